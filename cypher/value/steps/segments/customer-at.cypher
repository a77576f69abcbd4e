// The id at a place in the order of the ids of all customers: where a look at everybody is divided.
// mode   read
// param  place       integer   from 0
// row    customerId  customer  unique
// needs  constraint customer_id
// try    :param place => 0;
MATCH (customer:Customer)
WHERE customer.id > ''
RETURN customer.id AS customerId
ORDER BY customerId
SKIP $place
LIMIT 1;
