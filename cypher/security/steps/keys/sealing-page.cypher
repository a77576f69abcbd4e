// A page of customer keys encrypted under a master key, to be re-encrypted.
// mode  read
// param keyId       string
// param limit       integer = 5000
// row   id          string   unique
// row   keyWrapped  string
// needs index customer_key_id
// try   :param keyId => '0a1b2c3d';
// try   :param limit => 5000;
MATCH (customer:Customer {keyId: $keyId})
WHERE customer.keyWrapped IS NOT NULL
RETURN customer.id AS id, customer.keyWrapped AS keyWrapped
LIMIT $limit;
