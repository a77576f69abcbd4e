// The first customers who fit a rule, which stands in place of the marked line, in the order of their ids.
// mode   read
// param  limit       integer = 10
// row    customerId  customer      unique
// try    :param limit => 10;
MATCH (customer:Customer)
WHERE true // rule
RETURN customer.id AS customerId
ORDER BY customerId
LIMIT $limit;
