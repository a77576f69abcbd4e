// What customers spent in all, by currency; refunded orders left out. Reads every order.
// mode   read
// row    currency    string    unique
// row    orders      integer
// row    spendMinor  integer   in minor units
// api    spend
// for    analyst marketer admin service
// try    :params {}
MATCH (placed:Order)
WHERE placed.refundedAt IS NULL AND placed.currency IS NOT NULL
RETURN placed.currency AS currency, count(placed) AS orders, sum(placed.amountMinor) AS spendMinor
ORDER BY spendMinor DESC, currency;
