// Takes the lock of customers, in the order of their ids: until the transaction ends nobody else changes or uses their
// consent. Writing a value onto itself changes nothing and locks.
// mode   write
// param  customerIds  list<string>
// row    locked       integer       how many of them exist
// needs  index customer_id
// try    :param customerIds => ['C0000001'];
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WITH DISTINCT customer, customerId
ORDER BY customerId
SET customer.alias = customer.alias
RETURN count(customer) AS locked;
