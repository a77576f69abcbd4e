// Which of these customers had the use of their data restricted.
// mode   read
// param  customerIds  list<string>
// row    id           string  unique
// needs  index restricted_id
// try    :params {customerIds: ['c1']}
MATCH (customer:Restricted)
WHERE customer.id IN $customerIds
RETURN customer.id AS id;
