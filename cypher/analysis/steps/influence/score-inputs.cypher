// All that the scores, tier and roles of one customer were told by, with the run that told them; by analysis/explain.
// mode   read
// param  customerId  string
// row    profiled    boolean
// row    run         string?    that scored them; none before the first run
// row    scoredAt    datetime?
// row    parameters  string?    JSON, the settings of that run
// row    cuts        string?    JSON, what that run told roles apart by
// row    facts       map        scores of the customer
// row    roles       list<string>
// row    tier        string
// row    activity    string
// row    rank        integer    place by influence in the own community, 1 is first; 0 outside
// row    interactions integer   over all ties
// row    lastActedAt datetime?  last post, reaction or referral
// row    spread      list<record>  ties into communities, most first
// .      community   string?
// .      ties        integer
// try    :param customerId => 'C0000001';
MATCH (customer:Customer {id: $customerId})
OPTIONAL MATCH (state:AnalysisState {id: 'analysis'})
WHERE customer:Profiled AND customer.influence IS NOT NULL
OPTIONAL MATCH (run:AnalysisRun {id: state.run})
CALL (customer) {
  MATCH (customer)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(:Profiled)
  RETURN toInteger(sum(coalesce(tie.interactions, 0))) AS interactions
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[acted:LIKED|SHARED|COMMENTED_ON|REFERRED]->()
  WITH customer, max(acted.at) AS reacted
  OPTIONAL MATCH (customer)-[:POSTED]->(post:Post)
  WITH reacted, max(post.at) AS posted
  RETURN CASE WHEN posted IS NULL OR reacted > posted THEN reacted ELSE posted END AS lastActedAt
}
CALL (customer) {
  MATCH (customer)-[:KNOWS]-(other:Profiled)
  WITH other.communityId AS community, count(*) AS ties
  ORDER BY ties DESC, community
  RETURN collect({community: community, ties: ties}) AS spread
}
RETURN customer:Profiled AS profiled, run.id AS run, run.finishedAt AS scoredAt, run.parameters AS parameters, run.cuts AS cuts,
  customer {.influence, .reach, .brokerage, .response, .conversion, .pageRank, .betweenness, .reactions, .conversions, .degree, .coreness,
    .triangles, .participation, .communityId, .orders, .outsideReach} AS facts,
  coalesce(customer.roles, []) AS roles, coalesce(customer.influenceTier, 'ORDINARY') AS tier, coalesce(customer.activity, 'SILENT') AS activity,
  CASE WHEN customer.communityId IS NULL THEN 0 ELSE 1 + COUNT {
    MATCH (ahead:Profiled)
    WHERE ahead.communityId = customer.communityId AND (ahead.influence > customer.influence
      OR (ahead.influence = customer.influence AND ahead.id < customer.id))
  } END AS rank, interactions, lastActedAt, spread;
