// Customers who have an identity, by its keyed hash; those of the suppressed and erased are gone with them.
// mode   read
// param  keys        list<string>  kind|lookup, under each key of look-ups that is asked
// row    customerId  string        unique
// row    verified    boolean
// needs  constraint identity_key
// try    :params {keys: ['PHONE|x']}
UNWIND $keys AS key
MATCH (customer:Customer)-[tie:HAS_IDENTITY]->(:Identity {key: key})
RETURN customer.id AS customerId, max(coalesce(tie.verified, false)) AS verified
ORDER BY verified DESC, customerId
LIMIT 20;
