// Customers after one, in the order of their ids, who have a field of their own that reaches them: a page of them, sealed.
// mode   read
// param  field       string        phoneSealed, emailSealed, wechatSealed
// param  after       string = ''
// param  limit       integer = 5000
// row    customerId  string        unique
// row    keyWrapped  string
// row    sealed      string
// needs  constraint customer_id
// try    :params {field: 'phoneSealed', after: '', limit: 20}
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.keyWrapped IS NOT NULL AND customer[$field] IS NOT NULL
RETURN customer.id AS customerId, customer.keyWrapped AS keyWrapped, customer[$field] AS sealed
ORDER BY customerId
LIMIT $limit;
