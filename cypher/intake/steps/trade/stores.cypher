// Writes stores as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id      string
// .  name    string
// .  nameZh  string?
// .  city    string?
// .  kind    string?
// row   written  integer
// needs constraint store_id
// try   :params {rows: [{id: 'x1', name: 'x1', nameZh: 'x', city: 'x', kind: 'x'}]}
UNWIND $rows AS row
MERGE (store:Store {id: row.id})
SET store.name = row.name, store.nameZh = row.nameZh, store.city = row.city, store.kind = row.kind
RETURN count(*) AS written;
