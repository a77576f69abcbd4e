// How often customers bought of a category before a cut-off, and in the days after it.
// mode   read
// param  customers    list<string>    ids
// param  category     string          id
// param  cutOff       datetime
// param  horizonDays  integer = 90
// row    customerId   string          unique
// row    lately       integer         orders with it in the last 90 days
// row    year         integer         in the last 365 days
// row    lastAt       datetime?
// row    after        integer         in the horizon
// needs  constraint customer_id
// try    :param customers => ['C0000001'];
// try    :param category => 'tea';
// try    :param cutOff => datetime('2026-06-01');
// try    :param horizonDays => 90;
UNWIND $customers AS id
MATCH (customer:Customer:Profiled {id: id})
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.refundedAt IS NULL AND order.amountMinor >= 0
    AND EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) }
  WITH order.at AS at, ($cutOff.epochSeconds - order.at.epochSeconds) / 86400.0 AS days
  RETURN count(CASE WHEN days > 0 AND days <= 90 THEN 1 END) AS lately, count(CASE WHEN days > 0 AND days <= 365 THEN 1 END) AS year,
    max(CASE WHEN days > 0 THEN at END) AS lastAt, count(CASE WHEN days <= 0 AND days > -$horizonDays THEN 1 END) AS after
}
RETURN customer.id AS customerId, lately, year, lastAt, after
ORDER BY customerId;
