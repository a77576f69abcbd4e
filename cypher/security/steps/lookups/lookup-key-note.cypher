// Notes that look-ups are hashed with a key. Keys are numbered as they came: who has only an earlier one must not write.
// mode   write
// param  id     string
// param  now    datetime
// row    stale  boolean   a later key was noted
// needs  constraint lookup_key_id
// try    :param id => '0a1b2c3d';
// try    :param now => datetime('2026-01-01');
OPTIONAL MATCH (known:LookupKey)
WITH coalesce(max(known.number), 0) AS last
MERGE (key:LookupKey {id: $id})
  ON CREATE SET key.number = last + 1, key.since = $now
RETURN key.number < last AS stale;
