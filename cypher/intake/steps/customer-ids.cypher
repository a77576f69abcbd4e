// Ids of customers after one, in their order: a page of all.
// mode   read
// param  after  string = ''
// param  limit  integer = 20000
// row    id     string  unique
// needs  constraint customer_id
// try    :param after => '';
// try    :param limit => 20;
MATCH (customer:Customer)
WHERE customer.id > $after
RETURN customer.id AS id
ORDER BY id
LIMIT $limit;
