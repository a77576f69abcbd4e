// Notes that a master key wraps data of this database, so that a start without it can say so.
// mode  write
// param id     string
// row   noted  integer
// try   :params {id: '0a1b2c3d'}
MERGE (key:MasterKey {id: $id})
  ON CREATE SET key.since = datetime()
RETURN count(key) AS noted;
