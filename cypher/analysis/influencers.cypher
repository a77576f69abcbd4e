// Who reaches most, in the whole network or in one community, and why.
// mode   read
// param  community     string? = null  id of a community; none asks for the whole network
// param  limit         integer = 20
// row    customerId    string          unique
// row    influence     float           0..100
// row    reach         integer         0..100, share of customers with a lower weighted PageRank
// row    brokerage     integer         0..100, share with a lower betweenness
// row    response      integer         0..100, share whose posts get fewer reactions
// row    conversion    integer         0..100, share with fewer referrals that became customers
// row    degree        integer         people known
// row    conversions   integer         people they referred who became customers
// row    communityId   string?
// row    why           string
// needs  run analysis
// api    influencers
// for    analyst marketer admin
// try    :params {community: null, limit: 20}
CALL () {
  WITH * WHERE $community IS NULL
  MATCH (customer:Profiled)
  WHERE customer.influence IS NOT NULL
  RETURN customer
  ORDER BY customer.influence DESC, customer.id
  LIMIT $limit
  UNION ALL
  WITH * WHERE $community IS NOT NULL
  MATCH (customer:Profiled)
  WHERE customer.communityId = $community AND customer.influence IS NOT NULL
  RETURN customer
  ORDER BY customer.influence DESC, customer.id
  LIMIT $limit
}
WITH customer, [share IN [customer.reach, customer.brokerage, coalesce(customer.response, 0)] | CASE WHEN share > 99 THEN 99 ELSE share END] AS above
RETURN customer.id AS customerId, customer.influence AS influence, customer.reach AS reach, customer.brokerage AS brokerage,
  coalesce(customer.response, 0) AS response, coalesce(customer.conversion, 0) AS conversion, toInteger(customer.degree) AS degree,
  toInteger(coalesce(customer.conversions, 0)) AS conversions, customer.communityId AS communityId,
  'knows ' + toInteger(customer.degree) + ' people, reaches further than ' + above[0] + ' % of customers'
    + CASE WHEN above[1] > 0 THEN ', connects more than ' + above[1] + ' %' ELSE '' END
    + CASE WHEN customer.conversions > 0 THEN ', brought ' + toInteger(customer.conversions) + ' customers' ELSE '' END
    + CASE WHEN above[2] > 0 THEN ', posts answered more than those of ' + above[2] + ' %' ELSE '' END AS why
ORDER BY influence DESC, customerId;
