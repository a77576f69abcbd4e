// Customers whom a churn warning is about, with the orders, logins and moves that it was told by; the newest first.
// mode   read
// param  rule         string?           SPEND, SILENCE or TOUCHPOINTS; all when null
// param  since        datetime?         began then or later
// param  ended        boolean = false   also those that hold no more
// param  customer     string?           id of one customer
// param  limit        integer = 50
// row    customerId   customer
// row    rule         string            SPEND, SILENCE, TOUCHPOINTS
// row    since        datetime          when a run first told it
// row    until        datetime?         when a run no longer did; null while it holds
// row    because      list<string>      SPEND, LOGIN, BASKET, UNFOLLOWED, LEFT, UNOPENED
// row    usualMinor   float?            own mean of a month, or of an order, minor units
// row    beforeMinor  float?            the month before the last
// row    latelyMinor  float?            the last month, or the mean of the latest orders
// row    logins       integer?          in the last two months; null where logins are not kept that long
// row    lastLoginAt  datetime?
// row    sent         integer?          messages in three months
// row    evidence     list<record>      the oldest first
// .      kind         string            ORDER, or the type of an event like unfollowed
// .      id           string
// .      at           datetime
// .      amountMinor  float?            of an order
// needs  run churn-warnings
// api    churnWarnings
// titleZh 有流失预警的客户，附作为依据的订单、登录与动作；新的在前。
// for    analyst marketer admin service
// try    :param rule => null;
// try    :param since => null;
// try    :param ended => false;
// try    :param customer => null;
// try    :param limit => 20;
MATCH (customer:Profiled)-[warned:WARNED]->(rule:WarningRule)
WHERE ($rule IS NULL OR rule.id = $rule) AND ($ended OR warned.until IS NULL) AND ($since IS NULL OR warned.since >= $since)
  AND ($customer IS NULL OR customer.id = $customer)
WITH customer, warned, rule
ORDER BY warned.since DESC, warned.key
LIMIT $limit
CALL (warned) {
  CALL (warned) {
    UNWIND warned.orders AS orderId
    MATCH (order:Order {id: orderId})
    RETURN 'ORDER' AS kind, order.id AS id, order.at AS at, toFloat(order.amountMinor) AS amountMinor
    UNION ALL
    UNWIND warned.events AS eventKey
    MATCH (event:Event {key: eventKey})
    RETURN event.type AS kind, event.key AS id, event.at AS at, null AS amountMinor
  }
  WITH kind, id, at, amountMinor
  ORDER BY at, id
  RETURN collect({kind: kind, id: id, at: at, amountMinor: amountMinor}) AS evidence
}
RETURN customer.id AS customerId, rule.id AS rule, warned.since AS since, warned.until AS until, warned.because AS because,
  warned.usualMinor AS usualMinor, warned.beforeMinor AS beforeMinor, warned.latelyMinor AS latelyMinor, warned.logins AS logins,
  warned.lastLoginAt AS lastLoginAt, warned.sent AS sent, evidence
ORDER BY since DESC, customerId, rule;
