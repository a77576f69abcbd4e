// Which of these customers had the use of their data restricted.
// mode   read
// param  customerIds  list<string>
// row    id           string  unique
// needs  index restricted_id
// try    :param customerIds => ['C0000001'];
MATCH (customer:Restricted)
WHERE customer.id IN $customerIds
RETURN customer.id AS id;
