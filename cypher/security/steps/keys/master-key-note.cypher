// Notes that a master key wraps data of this database, so that a start without it can say so.
// mode  write
// param id       string
// row   retired  boolean  it was retired and must not wrap anything new
// needs constraint master_key_id
// try   :param id => '0a1b2c3d';
MERGE (key:MasterKey {id: $id})
  ON CREATE SET key.since = datetime()
RETURN key.retiredAt IS NOT NULL AS retired;
