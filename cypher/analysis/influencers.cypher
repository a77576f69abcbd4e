// Who reaches most, in the whole network, one community or one segment, of one role or of all, and why.
// mode   read
// param  kind          string? = null  KOL, KOC, BRIDGE or MARGINAL; none asks for all
// param  community     string? = null  id of a community; none asks for the whole network
// param  segment       string? = null  id of an RFM segment, like rfm:champions
// param  first         integer = 20    how many
// row    customerId    customer        unique
// row    influence     float           0..100
// row    reach         integer         0..100, share of customers with a lower weighted PageRank
// row    brokerage     integer         0..100, share with a lower betweenness
// row    response      integer         0..100, share whose posts get fewer reactions
// row    conversion    integer         0..100, share with fewer referrals that became customers
// row    degree        integer         people known
// row    conversions   integer         people they referred who became customers
// row    communityId   string?
// row    roles         list<string>    of KOL, KOC, BRIDGE, MARGINAL
// row    tier          string          OPINION_LEADER, POTENTIAL_REFERRER or ORDINARY
// row    activity      string          ACTIVE or SILENT
// needs  run analysis
// api    influencers
// titleZh 谁的影响最大：全网、某社群或某分群，可限定角色，并说明原因。
// for    analyst marketer admin
// try    :param kind => null;
// try    :param community => null;
// try    :param segment => null;
// try    :param first => 20;
CALL () {
  WITH * WHERE $community IS NULL AND $segment IS NULL
  MATCH (customer:Profiled)
  WHERE customer.influence IS NOT NULL AND ($kind IS NULL OR $kind IN customer.roles)
  RETURN customer
  ORDER BY customer.influence DESC, customer.id
  LIMIT $first
  UNION ALL
  WITH * WHERE $community IS NOT NULL AND $segment IS NULL
  MATCH (customer:Profiled)
  WHERE customer.communityId = $community AND customer.influence IS NOT NULL AND ($kind IS NULL OR $kind IN customer.roles)
  RETURN customer
  ORDER BY customer.influence DESC, customer.id
  LIMIT $first
  UNION ALL
  WITH * WHERE $segment IS NOT NULL
  MATCH (:Segment {id: $segment})<-[:IN_SEGMENT]-(customer:Profiled)
  WHERE customer.influence IS NOT NULL AND ($kind IS NULL OR $kind IN customer.roles)
    AND ($community IS NULL OR customer.communityId = $community)
  RETURN customer
  ORDER BY customer.influence DESC, customer.id
  LIMIT $first
}
RETURN customer.id AS customerId, customer.influence AS influence, toInteger(round(coalesce(customer.reach, 0.0))) AS reach,
  toInteger(round(coalesce(customer.brokerage, 0.0))) AS brokerage, toInteger(round(coalesce(customer.response, 0.0))) AS response,
  toInteger(round(coalesce(customer.conversion, 0.0))) AS conversion, toInteger(coalesce(customer.degree, 0)) AS degree,
  toInteger(coalesce(customer.conversions, 0)) AS conversions, customer.communityId AS communityId, coalesce(customer.roles, []) AS roles,
  coalesce(customer.influenceTier, 'ORDINARY') AS tier, coalesce(customer.activity, 'SILENT') AS activity
ORDER BY influence DESC, customerId;
