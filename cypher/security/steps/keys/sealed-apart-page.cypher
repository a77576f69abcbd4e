// Customers after one, in the order of their ids, of whom personal fields lie sealed one by one: a page of them, sealed as they are.
// mode   read
// param  names       list<string>  properties that hold one field each
// param  after       string = ''
// param  limit       integer = 1000
// row    id          string        unique
// row    keyWrapped  string?       null when the key was destroyed
// row    sealed      string?       what is together already
// row    apart       map           those of the properties that are there
// needs  constraint customer_id
// try    :params {names: ['nameSealed'], after: '', limit: 20}
MATCH (customer:Customer)
WHERE customer.id > $after AND any(name IN $names WHERE customer[name] IS NOT NULL)
WITH customer ORDER BY customer.id LIMIT $limit
RETURN customer.id AS id, customer.keyWrapped AS keyWrapped, customer.sealed AS sealed,
       apoc.map.fromPairs([name IN $names WHERE customer[name] IS NOT NULL | [name, customer[name]]]) AS apart
ORDER BY id;
