// Ids of the master keys that this database's sealed data was ever wrapped with.
// mode read
// row  id  string  unique
// try  :params {}
MATCH (key:MasterKey)
RETURN key.id AS id
ORDER BY id;
