// Everyone a customer brought, directly or through others, level by level. Everyone consents to profiling; a branch ends at who does not.
// mode   read
// param  customer    string
// param  most        integer = 5000
// row    customerId  string          unique
// row    referrerId  string          who brought them, one level up
// row    level       integer         1 is brought by the customer themselves
// row    status      string?         JOINED, CONVERTED, REWARDED
// row    at          datetime?
// row    converted   boolean         the referral says so, or a touch led to a conversion after it
// row    spend       list<map>       currency, valueMinor, orders: what was bought and kept
// needs  constraint customer_id
// try    :param customer => 'C0000001';
// try    :param most => 5000;
MATCH (root:Customer {id: $customer})
WHERE root:Profiled
MATCH path = ANY SHORTEST (root) (()-[:REFERRED]->(:Profiled)){1,20} (person:Profiled)
WHERE person <> root
WITH person, length(path) AS level, nodes(path)[-2] AS referrer, relationships(path)[-1] AS referral
ORDER BY level, person.id
LIMIT $most
CALL (person) {
  MATCH (person)-[:PLACED]->(order:Order)
  WHERE order.refundedAt IS NULL
  WITH order.currency AS currency, sum(order.amountMinor) AS valueMinor, count(*) AS orders
  ORDER BY currency
  RETURN collect({currency: currency, valueMinor: valueMinor, orders: orders}) AS spend
}
RETURN person.id AS customerId, referrer.id AS referrerId, level, referral.status AS status, referral.at AS at,
  coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED'] OR EXISTS {
    MATCH (person)-[:RECEIVED]->(:Touch)-[:LEADS_TO]->(conversion:Conversion)
    WHERE conversion.at >= referral.at
  } AS converted, spend
ORDER BY level, customerId;
