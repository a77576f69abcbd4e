// Writes product categories as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id      string   id of the category
// .  name    string   name
// .  nameZh  string?  Chinese name
// row written  integer
// needs constraint category_id
// try   :param rows => [{id: 'x1', name: 'x1', nameZh: 'x1'}];
UNWIND $rows AS row
MERGE (category:Category {id: row.id})
SET category.name = row.name, category.nameZh = row.nameZh
RETURN count(*) AS written;
