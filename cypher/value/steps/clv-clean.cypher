// Takes the value from customers that the last fit did not score: their orders were refunded, or are in another currency.
// mode   write
// param  at       datetime   when the fit began
// row    cleaned  integer
// needs  auto-commit
// try    :param at => datetime();
MATCH (customer:Profiled)
WHERE customer.clvScoredAt IS NOT NULL AND customer.clvScoredAt <> $at
CALL (customer) {
  // each property run=clv: REMOVE <<customer.{property}>>
  REMOVE customer.clvMinor, customer.clvAlive, customer.clvOrders, customer.clvValueMinor, customer.clvSimpleMinor,
    customer.networkValueMinor, customer.clvScoredAt
  // each end
  RETURN 1 AS one
} IN TRANSACTIONS OF 2000 ROWS
RETURN coalesce(sum(one), 0) AS cleaned;
