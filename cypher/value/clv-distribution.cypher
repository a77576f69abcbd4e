// How customer lifetime value is spread: customers by tenths of the ranking, from the least to the most valuable, and what share of the sum each holds.
// mode   read
// row    tenth       integer    unique: 1 to 10, 10 = most valuable
// row    customers   integer
// row    fromMinor   float      least value in it, minor units of the currency of the fit
// row    toMinor     float      greatest
// row    sumMinor    float
// row    share       float      of the sum of all, 0..1
// row    alive       float      mean probability of still buying, 0..1
// needs  run clv
// api    clvDistribution
// titleZh 客户终身价值的分布：按排名分为十组，从低到高，各占总值多少。
// for    analyst marketer admin service
MATCH (customer:Profiled)
WHERE customer.clvAlive IS NOT NULL
WITH customer
ORDER BY customer.clvMinor, customer.id
WITH collect(customer) AS ranked, sum(customer.clvMinor) AS all
UNWIND range(0, size(ranked) - 1) AS place
WITH place * 10 / size(ranked) + 1 AS tenth, ranked[place] AS customer, all
WITH tenth, all, count(customer) AS customers, min(customer.clvMinor) AS least, max(customer.clvMinor) AS most,
     sum(customer.clvMinor) AS sum, avg(customer.clvAlive) AS alive
RETURN tenth, customers, toFloat(least) AS fromMinor, toFloat(most) AS toMinor, toFloat(sum) AS sumMinor,
       CASE WHEN all > 0 THEN toFloat(sum) / all ELSE 0.0 END AS share, alive
ORDER BY tenth;
