// What profiled customers did before a cut-off, and how often they ordered in the days after it.
// mode   read
// param  customers    list<string>    ids
// param  cutOff       datetime
// param  horizonDays  integer = 90
// param  login        string = 'login'
// param  away         list<string>    types of events by which people unfollow or leave
// row    customerId   string          unique; only who ordered before the cut-off
// row    firstAt      datetime
// row    lastAt       datetime
// row    orders       integer         all before the cut-off
// row    ordersLately integer         in the last 90 days
// row    ordersYear   integer         in the last 365 days
// row    spendLately  float           in the last 90 days, minor units of whatever currencies
// row    spendBefore  float           in the 90 days before those
// row    spendYear    float           in the last 365 days
// row    logins       integer         in the last 60 days
// row    acts         integer         posts, reactions and comments in the last 90 days
// row    away         integer         times somebody unfollowed or left in the last 180 days
// row    after        integer         orders in the horizon
// needs  constraint customer_id
// try    :param customers => ['C0000001'];
// try    :param cutOff => datetime('2026-06-01');
// try    :param horizonDays => 90;
// try    :param login => 'login';
// try    :param away => ['unfollowed'];
UNWIND $customers AS id
MATCH (customer:Customer:Profiled {id: id})
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.refundedAt IS NULL AND order.amountMinor >= 0
  WITH order.at AS at, CASE WHEN order.currency = coalesce(customer.currency, order.currency) THEN toFloat(order.amountMinor) ELSE 0.0 END AS amount,
    ($cutOff.epochSeconds - order.at.epochSeconds) / 86400.0 AS days
  RETURN min(CASE WHEN days > 0 THEN at END) AS firstAt, max(CASE WHEN days > 0 THEN at END) AS lastAt,
    count(CASE WHEN days > 0 THEN 1 END) AS orders, count(CASE WHEN days > 0 AND days <= 90 THEN 1 END) AS ordersLately,
    count(CASE WHEN days > 0 AND days <= 365 THEN 1 END) AS ordersYear,
    sum(CASE WHEN days > 0 AND days <= 90 THEN amount ELSE 0.0 END) AS spendLately,
    sum(CASE WHEN days > 90 AND days <= 180 THEN amount ELSE 0.0 END) AS spendBefore,
    sum(CASE WHEN days > 0 AND days <= 365 THEN amount ELSE 0.0 END) AS spendYear,
    count(CASE WHEN days <= 0 AND days > -$horizonDays THEN 1 END) AS after
}
WITH customer, firstAt, lastAt, orders, ordersLately, ordersYear, spendLately, spendBefore, spendYear, after
WHERE orders > 0
CALL (customer) {
  OPTIONAL MATCH (customer)-[:DID]->(event:Event)
  WHERE event.at < $cutOff
  RETURN count(CASE WHEN event.type = $login AND event.at >= $cutOff - duration({days: 60}) THEN 1 END) AS logins,
    count(CASE WHEN event.type IN $away AND event.at >= $cutOff - duration({days: 180}) THEN 1 END) AS away
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[act:LIKED|SHARED|COMMENTED_ON|POSTED]->(what)
  WITH coalesce(act.at, what.at) AS at
  WHERE at < $cutOff AND at >= $cutOff - duration({days: 90})
  RETURN count(at) AS acts
}
RETURN customer.id AS customerId, firstAt, lastAt, orders, ordersLately, ordersYear, spendLately, spendBefore, spendYear, logins,
  acts, away, after
ORDER BY customerId;
