// How many customers each cluster of the last run holds, and what is usual in it.
// mode   read
// row    cluster      string    unique, stays the same from run to run
// row    customers    integer
// row    meanOrders   float?
// row    meanSpend    float?    minor units, of those who buy in that currency
// row    currency     string?   the one that most buy in
// row    meanDegree   float?    acquaintances
// row    meanInfluence float?   0..100
// row    topCity      string?   where most of them live
// needs  run clusters
// api    clusterSizes
// titleZh 最近一次聚类各簇的客户数及其典型特征。
// for    analyst marketer admin service
CALL () {
  OPTIONAL MATCH (buyer:Profiled)
  WHERE buyer.currency IS NOT NULL
  RETURN buyer.currency AS currency, count(*) AS buyers
  ORDER BY buyers DESC, currency
  LIMIT 1
}
MATCH (customer:Profiled)
WHERE customer.cluster IS NOT NULL
WITH currency, customer.cluster AS cluster, collect(customer) AS members
CALL (members) {
  UNWIND members AS member
  WITH member.city AS city, count(*) AS there
  WHERE city IS NOT NULL
  RETURN city ORDER BY there DESC, city LIMIT 1
  UNION ALL
  RETURN null AS city
}
WITH currency, cluster, members, head(collect(city)) AS topCity
UNWIND members AS member
RETURN cluster, count(member) AS customers, avg(member.orders) AS meanOrders,
  avg(CASE WHEN member.currency = currency THEN member.spendMinor END) AS meanSpend, currency,
  avg(member.degree) AS meanDegree, avg(member.influence) AS meanInfluence, topCity
ORDER BY customers DESC, cluster;
