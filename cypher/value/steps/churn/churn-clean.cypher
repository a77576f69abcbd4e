// Takes the probability of churn from customers that the last scoring did not reach: they are gone already, or their orders were refunded.
// mode   write
// param  at       datetime   when scoring began
// row    cleaned  integer
// needs  auto-commit
// try    :param at => datetime();
MATCH (customer:Profiled)
WHERE customer.churnProbability IS NOT NULL AND customer.churnScoredAt <> $at
CALL (customer) {
  // each property run=churn: REMOVE <<customer.{property}>>
  REMOVE customer.churnProbability, customer.churnModel, customer.churnScoredAt
  // each end
  RETURN 1 AS one
} IN TRANSACTIONS OF 2000 ROWS
RETURN coalesce(sum(one), 0) AS cleaned;
