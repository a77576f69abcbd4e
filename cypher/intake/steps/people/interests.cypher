// Writes interests as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id      string
// .  name    string
// .  nameZh  string?
// row   written  integer
// needs constraint interest_id
// try   :params {rows: [{id: 'x1', name: 'x1', nameZh: 'x'}]}
UNWIND $rows AS row
MERGE (interest:Interest {id: row.id})
SET interest.name = row.name, interest.nameZh = row.nameZh
RETURN count(*) AS written;
