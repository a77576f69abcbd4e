// Puts identities under another key of look-ups. Where another writer made one under that key already, the two become one. One that is
// being erased is left alone.
// mode  write
// param rows list<record>
// .  before     string  kind|lookup as it is
// .  key        string  kind|lookup under the new key
// .  lookup     string
// .  lookupKey  string  id of the new key
// row   asked   integer
// needs constraint identity_key
// try   :param rows => [{before: 'PHONE|x', key: 'PHONE|y', lookup: 'y', lookupKey: '0a1b2c3d'}];
UNWIND $rows AS row
CALL (row) {
  MATCH (old:Identity {key: row.before})
  SET old.asked = null // locks it
  WITH old WHERE old.key = row.before AND NOT old:Erasing
  OPTIONAL MATCH (same:Identity {key: row.key})
  FOREACH (_ IN CASE WHEN same IS NULL THEN [1] ELSE [] END |
    SET old.key = row.key, old.lookup = row.lookup, old.lookupKey = row.lookupKey)
  WITH old, same WHERE same IS NOT NULL
  CALL (old, same) {
    MATCH (customer:Customer)-[tie:HAS_IDENTITY]->(old)
    MERGE (customer)-[kept:HAS_IDENTITY]->(same)
      ON CREATE SET kept = properties(tie)
    DELETE tie
  }
  DETACH DELETE old
}
RETURN count(*) AS asked;
