// Ids of the master keys that this database's sealed data was ever wrapped with.
// mode read
// row  id         string     unique
// row  since      datetime?
// row  retiredAt  datetime?  since then nothing is wrapped by it
MATCH (key:MasterKey)
RETURN key.id AS id, key.since AS since, key.retiredAt AS retiredAt
ORDER BY id;
