// Customers who have an address, by its keyed hash: for a reply that came from it. A household may share one.
// mode   read
// param  keys        list<string>  kind|lookup of the address, under each key of look-ups that is asked
// param  limit       integer = 20
// row    customerId  string    unique
// needs  constraint identity_key
// try    :params {keys: ['PHONE|x']}
UNWIND $keys AS key
MATCH (:Identity {key: key})<-[:HAS_IDENTITY]-(customer:Customer)
RETURN DISTINCT customer.id AS customerId
ORDER BY customerId
LIMIT $limit;
