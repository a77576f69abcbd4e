// Mean value of customers by the quarter of their first order, as the last fit of CLV has it.
// mode   read
// row    cohort            string    unique: like 2025-Q3, UTC
// row    complete          boolean   whether the quarter is over: one that runs still gains customers
// row    customers         integer
// row    clvMinor          float     mean, minor units of the currency of the fit
// row    networkValueMinor float     mean
// row    alive             float     mean probability of still buying, 0..1
// needs  run clv
// api    clvCohorts
// titleZh 按首单季度统计的客户平均价值（取最近一次 CLV 拟合）。
// for    analyst marketer admin service
MATCH (customer:Profiled)
WHERE customer.clvAlive IS NOT NULL AND customer.firstOrderAt IS NOT NULL
WITH toString(customer.firstOrderAt.year) + '-Q' + toString(customer.firstOrderAt.quarter) AS cohort, customer
RETURN cohort, max(customer.firstOrderAt) < datetime.truncate('quarter', datetime()) AS complete, count(customer) AS customers, avg(toFloat(customer.clvMinor)) AS clvMinor,
  avg(toFloat(customer.networkValueMinor)) AS networkValueMinor, avg(customer.clvAlive) AS alive
ORDER BY cohort;
