// What the graph holds of these interests already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id      string   unique
// row name    string?
// row nameZh  string?
// needs constraint interest_id
// try   :params {rows: [{id: 'x1'}]}
UNWIND $rows AS row
MATCH (interest:Interest {id: row.id})
RETURN interest.id AS id, interest.name AS name, interest.nameZh AS nameZh;
