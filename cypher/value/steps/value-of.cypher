// What one customer is worth and by which history, with the referrals around them that network value credits.
// mode   read
// param  customerId  string
// row    clvMinor           integer?
// row    clvAlive           float?
// row    clvOrders          float?
// row    clvValueMinor      integer?
// row    networkValueMinor  integer?
// row    scoredAt           datetime?
// row    brought            list<map>   customerId and clvMinor of those within three referrals below
// row    referrals          list<map>   referrer and referred on every way of three referrals above those, and above the customer
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
MATCH (customer:Customer:Profiled {id: $customerId})
CALL (customer) {
  OPTIONAL MATCH (customer)-[:REFERRED]->{1,3}(person:Profiled)
  WHERE person.clvMinor > 0 AND person <> customer
  RETURN collect(DISTINCT person) AS brought
}
CALL (customer, brought) {
  UNWIND brought + customer AS person
  MATCH (referrer:Profiled)-[:REFERRED]->(referred:Profiled)-[:REFERRED]->{0,2}(person)
  RETURN collect(DISTINCT {referrer: referrer.id, referred: referred.id}) AS referrals
}
RETURN customer.clvMinor AS clvMinor, customer.clvAlive AS clvAlive, customer.clvOrders AS clvOrders,
  customer.clvValueMinor AS clvValueMinor, customer.networkValueMinor AS networkValueMinor, customer.clvScoredAt AS scoredAt,
  [person IN brought | {customerId: person.id, clvMinor: person.clvMinor}] AS brought, referrals;
