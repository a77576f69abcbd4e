// By which channels customers went before they converted, the most frequent paths first; a referral by a person is a step like any other.
// mode   read
// param  from         datetime? = null  earliest conversion; a year ago when not given
// param  windowDays   integer = 30      days before the conversion that count
// param  least        integer = 5       customers of whom a path must be told, so that it tells of nobody
// param  limit        integer = 20
// row    path         list<string>      channels, oldest first; REFERRAL for a person
// row    customers    integer
// row    conversions  integer
// row    valueMinor   integer           minor units
// row    currency     string?           of the value: orders of a path in another are a row of their own
// api    conversionPaths
// titleZh 客户转化前经过哪些渠道，最常见的路径在前；由人推荐也算一步。
// for    analyst marketer admin
// try    :param from => datetime('2025-01-01');
// try    :param windowDays => 30;
// try    :param least => 5;
// try    :param limit => 20;
MATCH (customer:Profiled)-[:RECEIVED]->(:Touch)-[:LEADS_TO]->(conversion:Conversion)
WHERE conversion.at >= coalesce($from, datetime() - duration({years: 1}))
WITH DISTINCT customer, conversion, conversion.at - duration({days: $windowDays}) AS since
CALL (customer, conversion, since) {
  MATCH (customer)-[:RECEIVED]->(touch:Touch)-[:OF_VARIANT]->(:Variant)<-[:HAS_VARIANT]-(campaign:Campaign)
  WHERE since <= touch.at <= conversion.at
  RETURN touch.at AS at, coalesce(touch.channel, campaign.channel, 'UNKNOWN') AS step
  UNION ALL
  MATCH (:Profiled)-[referral:REFERRED]->(customer)
  WHERE since <= referral.at <= conversion.at
  RETURN referral.at AS at, 'REFERRAL' AS step
}
WITH customer, conversion, at, step
ORDER BY at, step
WITH customer, conversion, collect(step) AS path
OPTIONAL MATCH (conversion)-[:OF_ORDER]->(order:Order)
WITH path, order.currency AS currency, count(DISTINCT customer) AS customers, count(*) AS conversions, sum(conversion.valueMinor) AS valueMinor
WHERE customers >= $least
RETURN path, customers, conversions, coalesce(valueMinor, 0) AS valueMinor, currency
ORDER BY conversions DESC, path, currency
LIMIT $limit;
