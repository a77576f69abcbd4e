// What the stage of the lifecycle of one customer is told by.
// mode   read
// param  customerId   string
// param  now          datetime
// param  windowDays   integer = 60
// row    stage        string?       as it was told last
// row    orders       integer
// row    firstOrderAt datetime?     null where every order lies ahead
// row    lastOrderAt  datetime?
// row    spend        list<float>   of the three latest windows, oldest first, minor units of the currency of their total
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
// try    :param now => datetime();
// try    :param windowDays => 60;
MATCH (customer:Customer:Profiled {id: $customerId})
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at <= $now AND order.refundedAt IS NULL AND order.amountMinor >= 0
  WITH order, (duration.inDays(order.at, $now).days) / $windowDays AS window,
    CASE WHEN order.currency = coalesce(customer.currency, order.currency) THEN order.amountMinor ELSE 0.0 END AS amount
  RETURN count(order) AS orders, min(order.at) AS firstOrderAt, max(order.at) AS lastOrderAt,
    [sum(CASE window WHEN 2 THEN amount ELSE 0.0 END), sum(CASE window WHEN 1 THEN amount ELSE 0.0 END),
      sum(CASE window WHEN 0 THEN amount ELSE 0.0 END)] AS spend
}
RETURN customer.lifecycle AS stage, orders, firstOrderAt, lastOrderAt, spend;
