// Writes product categories as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id      string
// .  name    string
// .  nameZh  string?
// row   written  integer
// needs constraint category_id
// try   :params {rows: [{id: 'x1', name: 'x1', nameZh: 'x'}]}
UNWIND $rows AS row
MERGE (category:Category {id: row.id})
SET category.name = row.name, category.nameZh = row.nameZh
RETURN count(*) AS written;
