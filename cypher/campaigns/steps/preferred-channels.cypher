// The channel that customers want messages by; those who named none are left out.
// mode   read
// param  ids               list<string>
// row    customerId        string        unique
// row    preferredChannel  string
// needs  index customer_id
// try    :param ids => ['C0000001'];
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
WHERE customer.preferredChannel IS NOT NULL
RETURN id AS customerId, customer.preferredChannel AS preferredChannel
ORDER BY customerId;
