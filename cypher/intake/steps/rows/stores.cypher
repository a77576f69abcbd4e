// Writes stores as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id      string   id of the store
// .  name    string   name
// .  nameZh  string?  Chinese name
// .  city    string?  city
// .  kind    string?  what it is
// row written  integer
// needs constraint store_id
// try   :param rows => [{id: 'x1', name: 'x1', nameZh: 'x1', city: 'x1', kind: 'x1'}];
UNWIND $rows AS row
MERGE (store:Store {id: row.id})
SET store.name = row.name, store.nameZh = row.nameZh, store.city = row.city, store.kind = row.kind
RETURN count(*) AS written;
