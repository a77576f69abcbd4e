// How many customers stand in each stage of the lifecycle, and what they spent so far, in the currency that most of them buy in.
// mode   read
// row    stage       string    unique: new, growth, stable, decline, dormant
// row    customers   integer
// row    spendMinor  float     minor units; customers who buy in another currency are counted without theirs
// row    currency    string?   of the spend
// row    moved       integer   of them, moved there in the last 30 days
// needs  run lifecycle
// api    lifecycleStages
// titleZh 生命周期各阶段有多少客户，至今消费多少（以多数客户使用的币种计）。
// for    analyst marketer admin service
CALL () {
  OPTIONAL MATCH (buyer:Profiled)
  WHERE buyer.currency IS NOT NULL
  RETURN buyer.currency AS currency, count(*) AS buyers
  ORDER BY buyers DESC, currency
  LIMIT 1
}
MATCH (customer:Profiled)
WHERE customer.lifecycle IS NOT NULL
RETURN customer.lifecycle AS stage, count(customer) AS customers,
  toFloat(sum(CASE WHEN customer.currency = currency THEN customer.spendMinor ELSE 0 END)) AS spendMinor, currency,
  count(CASE WHEN customer.lifecycleAt >= datetime() - duration({days: 30}) THEN 1 END) AS moved
ORDER BY customers DESC, stage;
