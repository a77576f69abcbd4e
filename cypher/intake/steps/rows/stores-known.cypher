// What the graph holds of these stores; those it does not know are left out.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the store
// row id      string   unique
// row name    string?
// row nameZh  string?
// row city    string?
// row kind    string?
// needs constraint store_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (store:Store {id: row.id})
RETURN store.id AS id, store.name AS name, store.nameZh AS nameZh, store.city AS city, store.kind AS kind;
