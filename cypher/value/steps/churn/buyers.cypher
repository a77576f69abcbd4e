// Ids of a page of profiled buyers.
// mode   read
// param  after       string = ''       customer id of the last row of the page before
// param  limit       integer = 5000
// row    customerId  string            unique
// needs  constraint customer_id
// try    :param after => '';
// try    :param limit => 20;
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.orders > 0 AND customer:Profiled
RETURN customer.id AS customerId
ORDER BY customerId
LIMIT $limit;
