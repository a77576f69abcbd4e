// The currencies of purchases inside the window, the most used first; of one that is named, whether there is any.
// mode   read
// param  since     datetime         start of the window
// param  asOf      datetime         its end, exclusive
// param  currency  string? = null
// row    currency  string           unique
// row    orders    integer          purchases; 1 for a currency that was named
// needs  index order_at
// try    :param since => datetime('2025-01-01');
// try    :param asOf => datetime('2026-01-01');
// try    :param currency => 'CNY';
CALL () {
  // a bound of null makes the branch that is not meant empty without a look at any order
  MATCH (order:Order)<-[:PLACED]-(:Profiled)
  WHERE order.at >= CASE WHEN $currency IS NULL THEN $since END AND order.at < $asOf
    AND order.refundedAt IS NULL AND order.amountMinor >= 0
  RETURN order.currency AS currency, count(*) AS orders
  UNION ALL
  MATCH (order:Order)<-[:PLACED]-(:Profiled)
  WHERE order.at >= CASE WHEN $currency IS NOT NULL THEN $since END AND order.at < $asOf
    AND order.refundedAt IS NULL AND order.amountMinor >= 0 AND order.currency = $currency
  RETURN $currency AS currency, 1 AS orders
  LIMIT 1
}
RETURN currency, orders
ORDER BY orders DESC, currency;
