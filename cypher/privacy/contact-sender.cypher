// Customers who have an address, by its keyed hash: for a reply that came from it. A household may share one.
// mode   read
// param  key         string    kind|lookup of the address
// param  limit       integer = 20
// row    customerId  string    unique
// needs  constraint identity_key
// try    :params {key: 'PHONE|x'}
MATCH (:Identity {key: $key})<-[:HAS_IDENTITY]-(customer:Customer)
RETURN DISTINCT customer.id AS customerId
ORDER BY customerId
LIMIT $limit;
