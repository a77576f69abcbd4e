// Mean value of customers by the store of their first order, as the last fit of CLV has it.
// mode   read
// row    storeId           string?   unique; null for first orders without a store
// row    store             string?   its name
// row    customers         integer
// row    clvMinor          float     mean, minor units of the currency of the fit
// row    networkValueMinor float     mean
// row    alive             float     mean probability of still buying, 0..1
// needs  run clv
// api    clvStores
// titleZh 按首单门店统计的客户平均价值（取最近一次 CLV 拟合）。
// for    analyst marketer admin service
MATCH (customer:Profiled)
WHERE customer.clvAlive IS NOT NULL
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.refundedAt IS NULL AND order.amountMinor >= 0
  WITH order
  ORDER BY order.at, order.id
  LIMIT 1
  OPTIONAL MATCH (order)-[:AT_STORE]->(store:Store)
  RETURN store
  LIMIT 1
}
RETURN store.id AS storeId, store.name AS store, count(customer) AS customers, avg(toFloat(customer.clvMinor)) AS clvMinor,
  avg(toFloat(customer.networkValueMinor)) AS networkValueMinor, avg(customer.clvAlive) AS alive
ORDER BY clvMinor DESC, storeId;
