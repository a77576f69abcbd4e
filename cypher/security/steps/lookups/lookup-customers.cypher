// Customers who have an identity or a contact of their own, by its keyed hash; those of the suppressed and erased are gone with them.
// A household may share one.
// mode   read
// param  keys        list<string>  kind|lookup of an identity, under each key of look-ups that is asked
// param  own         list<string>  what a contact is found by, likewise
// param  limit       integer = 20
// row    customerId  string        unique
// row    verified    boolean       an identity that was checked; a contact never is
// needs  constraint identity_key
// needs  index customer_phone
// try    :param keys => ['PHONE|x'];
// try    :param own => ['0a1b2c3dx'];
// try    :param limit => 20;
CALL () {
  UNWIND $keys AS key
  MATCH (customer:Customer)-[tie:HAS_IDENTITY]->(:Identity {key: key})
  RETURN customer, coalesce(tie.verified, false) AS verified
  UNION ALL
  MATCH (customer:Customer) WHERE customer.phoneLookup IN $own
  RETURN customer, false AS verified
  UNION ALL
  MATCH (customer:Customer) WHERE customer.emailLookup IN $own
  RETURN customer, false AS verified
  UNION ALL
  MATCH (customer:Customer) WHERE customer.wechatLookup IN $own
  RETURN customer, false AS verified
  UNION ALL
  MATCH (customer:Customer) WHERE customer.weiboLookup IN $own
  RETURN customer, false AS verified
  UNION ALL
  MATCH (customer:Customer) WHERE customer.linkedinLookup IN $own
  RETURN customer, false AS verified
}
RETURN customer.id AS customerId, max(verified) AS verified
ORDER BY verified DESC, customerId
LIMIT $limit;
