// Some of those whom a customer knows, in the order of their ids.
// mode   read
// param  customerId  string
// param  after       string   the last of the page before; empty for the first
// param  limit       integer = 5000
// row    id          string
// needs  index customer_id
// try    :param customerId => 'C0000001';
// try    :param after => '';
// try    :param limit => 5;
MATCH (:Customer {id: $customerId})-[:KNOWS]-(other:Customer)
WHERE other.id > $after
RETURN other.id AS id
ORDER BY id
LIMIT $limit;
