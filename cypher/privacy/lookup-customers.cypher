// Customers who have an identity, by its keyed hash; those of the suppressed and erased are gone with them.
// mode   read
// param  key         string     kind|lookup
// row    customerId  string
// row    verified    boolean
// needs  constraint identity_key
// try    :params {key: 'PHONE|x'}
MATCH (customer:Customer)-[tie:HAS_IDENTITY]->(:Identity {key: $key})
RETURN customer.id AS customerId, coalesce(tie.verified, false) AS verified
ORDER BY verified DESC, customerId
LIMIT 20;
