// What the churn warnings are told by, of a page of profiled buyers: orders, logins, who unfollowed or left, what was sent and opened.
// mode   read
// param  after         string = ''       customer id of the last row of the page before
// param  limit         integer = 2000
// param  now           datetime
// param  ordersSince   datetime          orders before it do not count
// param  loginsSince   datetime          from when on logins are counted
// param  since         datetime          from when on touchpoints are looked at
// param  login         string = 'login'  type of the event
// param  moves         list<string>      types of events by which people unfollow, leave, follow or join
// param  opened        list<string>      types of events by which people open a message
// row    customerId    string            unique
// row    firstOrderAt  datetime?
// row    orders        list<record>      oldest first
// .      id            string
// .      at            datetime
// .      amountMinor   integer
// row    logins        integer           since `loginsSince`
// row    lastLoginAt   datetime?         as far back as events are kept
// row    moves         list<record>      oldest first
// .      key           string
// .      type          string
// .      at            datetime
// row    sent          integer           messages of campaigns since `since`
// row    opened        integer           opened since then
// row    openedBefore  boolean
// needs  constraint customer_id
// try    :param after => '';
// try    :param limit => 20;
// try    :param now => datetime();
// try    :param ordersSince => datetime('2025-01-01');
// try    :param loginsSince => datetime('2026-01-01');
// try    :param since => datetime('2026-01-01');
// try    :param login => 'login';
// try    :param moves => ['unfollowed'];
// try    :param opened => ['push_opened'];
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.orders > 0 AND customer:Profiled
WITH customer
ORDER BY customer.id
LIMIT $limit
CALL (customer) {
  OPTIONAL MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at >= $ordersSince AND order.at <= $now AND order.refundedAt IS NULL AND order.amountMinor >= 0
    AND order.currency = coalesce(customer.currency, order.currency) // amounts of two currencies are not compared
  WITH order
  ORDER BY order.at, order.id
  RETURN [one IN collect(order) | one {.id, .at, .amountMinor}] AS orders
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[:DID]->(event:Event)
  WHERE event.at <= $now
  WITH event
  ORDER BY event.at, event.key
  RETURN count(CASE WHEN event.type = $login AND event.at >= $loginsSince THEN 1 END) AS logins,
    max(CASE WHEN event.type = $login THEN event.at END) AS lastLoginAt,
    [one IN collect(CASE WHEN event.type IN $moves AND event.at >= $since THEN event END) | one {.key, .type, .at}] AS moves,
    count(CASE WHEN event.type IN $opened AND event.at >= $since THEN 1 END) AS openedEvents,
    count(CASE WHEN event.type IN $opened AND event.at < $since THEN 1 END) AS openedEventsBefore
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[:RECEIVED]->(touch:Touch)
  WHERE touch.sentAt <= $now
  RETURN count(CASE WHEN touch.sentAt >= $since THEN 1 END) AS sent, count(CASE WHEN touch.openedAt >= $since THEN 1 END) AS openedTouches,
    count(CASE WHEN touch.openedAt < $since THEN 1 END) AS openedTouchesBefore
}
RETURN customer.id AS customerId, customer.firstOrderAt AS firstOrderAt, orders, logins, lastLoginAt, moves, sent,
  openedEvents + openedTouches AS opened, openedEventsBefore + openedTouchesBefore > 0 AS openedBefore
ORDER BY customerId;
