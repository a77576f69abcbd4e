// Participation, tier and roles by the rules of docs/network/influence.md, written only where they changed. Looks into those only
// who may have one or had one before; analysis/steps/influence/activity told who is active, KOC follows in analysis/steps/influence/role-koc.
// Ties spread over communities by participation, 1 - sum((ties into a community / ties)^2) (Guimera, Amaral 2005).
// mode   write
// param  spreadFrom     float    participation is measured from this brokerage on, 0..100; 0 is everyone
// param  leaderRank     float    least PageRank of an opinion leader
// param  leaderAnswer   float    reactions per post that an opinion leader is above
// param  kolInfluence   float    least influence of a KOL, 0..100
// param  kolOutside     float    least outside reach of a KOL, 0..1; analysis/steps/influence/outside-reach told it
// param  bridgeBrokerage float   0..100
// param  bridgeSpread   float    participation, 0..1
// param  marginalDegree integer
// param  marginalCore   integer
// param  quiet          float    most interactions of a marginal customer
// param  referrerReach  float    0..100
// param  batch          integer = 10000
// param  writers        integer = 2  transactions at a time
// row    looked         integer  customers looked into
// needs  auto-commit
// try    :param spreadFrom => 0.0;
// try    :param leaderRank => 0.01;
// try    :param leaderAnswer => 0.0;
// try    :param kolInfluence => 80.0;
// try    :param kolOutside => 0.3334;
// try    :param bridgeBrokerage => 95.0;
// try    :param bridgeSpread => 0.5;
// try    :param marginalDegree => 1;
// try    :param marginalCore => 1;
// try    :param quiet => 10.0;
// try    :param referrerReach => 75.0;
// try    :param batch => 10000;
// try    :param writers => 2;
MATCH (customer:Profiled)
WHERE customer.influence IS NOT NULL
WITH customer, customer.brokerage >= $spreadFrom OR customer.influence >= $kolInfluence AS spreads,
  (customer.degree <= $marginalDegree OR customer.coreness <= $marginalCore)
    AND (customer.communityId IS NULL OR customer.triangles = 0) AS aside
WHERE spreads OR aside OR customer.activity IS NOT NULL OR customer.conversions > 0 OR customer.pageRank >= $leaderRank
  OR customer.influenceTier IS NOT NULL OR customer.roles IS NOT NULL OR customer.participation IS NOT NULL
CALL (customer, spreads, aside) {
  CALL (customer, spreads) {
    WITH customer WHERE spreads
    MATCH (customer)-[:KNOWS]-(other:Profiled)
    WITH other.communityId AS community, toFloat(count(*)) AS ties
    RETURN CASE WHEN sum(ties) > 0 THEN round(1 - sum(ties ^ 2) / sum(ties) ^ 2, 6) END AS spread
  }
  CALL (customer, aside) {
    WITH customer WHERE aside
    OPTIONAL MATCH (customer)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(:Profiled)
    WITH customer, sum(coalesce(tie.interactions, 0)) AS interactions
    WHERE interactions <= $quiet
    RETURN count(*) AS marginal
  }
  WITH customer, spread, marginal, coalesce(customer.reactions, 0.0) > $leaderAnswer AS answered, customer.activity IS NOT NULL AS active
  WITH customer, spread, CASE
    // where most know nobody, the highest rank is theirs too: a leader reaches further than somebody
    WHEN customer.pageRank >= $leaderRank AND customer.reach > 0 AND answered THEN 'OPINION_LEADER'
    WHEN customer.conversions > 0 OR (customer.reach >= $referrerReach AND active AND customer.orders > 0) THEN 'POTENTIAL_REFERRER'
    END AS tier,
    CASE WHEN customer.influence >= $kolInfluence AND customer.outsideReach >= $kolOutside THEN ['KOL'] ELSE [] END
    + CASE WHEN customer.brokerage >= $bridgeBrokerage AND spread >= $bridgeSpread THEN ['BRIDGE'] ELSE [] END
    + CASE WHEN marginal > 0 THEN ['MARGINAL'] ELSE [] END AS roles
  FOREACH (changed IN CASE WHEN customer.participation = spread OR (customer.participation IS NULL AND spread IS NULL) THEN [] ELSE [1] END |
    SET customer.participation = spread)
  FOREACH (changed IN CASE WHEN coalesce(customer.influenceTier, '') = coalesce(tier, '') AND coalesce(customer.roles, []) = roles THEN [] ELSE [1] END |
    SET customer.influenceTier = tier, customer.roles = CASE WHEN roles = [] THEN NULL ELSE roles END)
} IN $writers CONCURRENT TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS looked;
