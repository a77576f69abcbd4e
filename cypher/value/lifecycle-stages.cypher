// How many customers stand in each stage of the lifecycle, and what they spent so far.
// mode   read
// row    stage       string    unique: new, growth, stable, decline, dormant
// row    customers   integer
// row    spendMinor  float     minor units of whatever currencies
// row    moved       integer   of them, moved there in the last 30 days
// needs  run lifecycle
// api    lifecycleStages
// for    analyst marketer admin service
MATCH (customer:Profiled)
WHERE customer.lifecycle IS NOT NULL
RETURN customer.lifecycle AS stage, count(customer) AS customers, toFloat(sum(coalesce(customer.spendMinor, 0))) AS spendMinor,
  count(CASE WHEN customer.lifecycleAt >= datetime() - duration({days: 30}) THEN 1 END) AS moved
ORDER BY customers DESC, stage;
