// Customers who referred at least so many others.
// mode   read
// param  count  integer
// row    customerId  customer  unique
// try    :param count => 3;
MATCH (customer:Customer)
WHERE COUNT { (customer)-[:REFERRED]->(:Profiled) } >= $count
RETURN customer.id AS customerId;
