// Customers who have these identities and do not keep the value of it.
// mode   read
// param  keys        list<string>  kind|lookup
// row    key         string
// row    customerId  string
// row    keyWrapped  string
// needs  constraint identity_key
// try    :params {keys: ['PHONE|x']}
UNWIND $keys AS key
MATCH (customer:Customer)-[tie:HAS_IDENTITY]->(:Identity {key: key})
WHERE tie.valueSealed IS NULL AND customer.keyWrapped IS NOT NULL
RETURN key, customer.id AS customerId, customer.keyWrapped AS keyWrapped
ORDER BY key, customerId;
