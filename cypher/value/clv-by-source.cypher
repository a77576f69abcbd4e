// Value of customers against what it cost to win them: by the last campaign that touched them before their first order, else by their source.
// mode   read
// row    kind       string    CAMPAIGN, or SOURCE where none touched them first
// row    source     string?   id of the campaign, or the source that the import named; null where unknown
// row    customers  integer   won by it
// row    clvMinor   float     mean, minor units of the currency of the fit
// row    costMinor  integer?  of the campaign; null where unknown, or in another currency
// row    cacMinor   float?    cost a customer won; null where unknown
// row    ratio      float?    CLV : CAC; null where unknown
// needs  run clv
// api    clvBySource
// titleZh 客户价值与获客成本对比：按首单前最后触达的活动，否则按来源。
// for    analyst marketer admin service
CALL () {
  MATCH (run:ModelRun {kind: 'clv'})
  RETURN run.currency AS currency
  ORDER BY run.at DESC
  LIMIT 1
}
MATCH (customer:Profiled)
WHERE customer.clvAlive IS NOT NULL
CALL (customer) {
  OPTIONAL MATCH (customer)-[:RECEIVED]->(touch:Touch)-[:OF_VARIANT]->(:Variant)<-[:HAS_VARIANT]-(campaign:Campaign)
  WHERE touch.at < customer.firstOrderAt
  RETURN campaign
  ORDER BY touch.at DESC, touch.id
  LIMIT 1
}
WITH campaign, CASE WHEN campaign IS NULL THEN customer.source END AS source, currency, count(customer) AS customers,
  avg(toFloat(customer.clvMinor)) AS clvMinor
WITH *, CASE WHEN campaign.currency = currency THEN campaign.costMinor END AS costMinor
RETURN CASE WHEN campaign IS NULL THEN 'SOURCE' ELSE 'CAMPAIGN' END AS kind, coalesce(campaign.id, source) AS source, customers,
  clvMinor, costMinor, toFloat(costMinor) / customers AS cacMinor,
  CASE WHEN costMinor > 0 THEN clvMinor * customers / costMinor END AS ratio
ORDER BY customers DESC, kind, source;
