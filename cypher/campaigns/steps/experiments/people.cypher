// Who of these customers may be in an experiment: they consent to profiling, and their data is not restricted. With their community.
// mode   read
// param  customerIds  list<string>
// row    customerId   string        unique
// row    community    string?
// needs  constraint customer_id
// try    :param customerIds => ['C0000001'];
UNWIND $customerIds AS id
MATCH (customer:Customer {id: id})
WHERE customer:Profiled AND NOT customer:Restricted
RETURN customer.id AS customerId, customer.communityId AS community
ORDER BY customerId;
