// Referrals of the past that became customers, with the chain of those who brought them: what a rule would have cost. All consent to profiling.
// mode   read
// param  since        datetime
// param  until        datetime
// param  currency     string
// param  limit        integer = 50000
// row    customerId   string        unique
// row    at           datetime      of the referral
// row    orderMinor   integer?      first order after it
// row    orderAt      datetime?
// row    valueMinor   integer       orders within 90 days, not refunded
// row    chain        list<string>  the nearest first
// row    scores       list<integer> fraud score of each, then of the customer; 0 for none
// needs  index referred_at
// try    :param since => datetime('2025-01-01');
// try    :param until => datetime();
// try    :param currency => 'CNY';
// try    :param limit => 20;
MATCH (referrer:Profiled)-[referral:REFERRED]->(customer:Profiled)
WHERE $since <= referral.at < $until AND coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED']
WITH customer, min(referral.at) AS at
ORDER BY at, customer.id
LIMIT $limit
CALL (customer) {
  MATCH (customer) ((:Profiled)<-[:REFERRED]-(by:Profiled)){1,5} (:Profiled)
  RETURN by AS people
  ORDER BY size(by) DESC, by[0].id
  LIMIT 1
}
CALL (customer, at) {
  OPTIONAL MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.currency = $currency AND order.refundedAt IS NULL AND at <= order.at <= at + duration({days: 90})
  WITH order
  ORDER BY order.at
  RETURN head(collect(order)) AS first, coalesce(sum(order.amountMinor), 0) AS valueMinor
}
RETURN customer.id AS customerId, at, first.amountMinor AS orderMinor, first.at AS orderAt, valueMinor,
  [one IN people | one.id] AS chain, [one IN people + [customer] | coalesce(toInteger(one.fraudScore), 0)] AS scores
ORDER BY at, customerId;
