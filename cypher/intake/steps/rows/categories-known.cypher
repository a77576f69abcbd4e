// What the graph holds of these product categories; those it does not know are left out.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the category
// row id      string   unique
// row name    string?
// row nameZh  string?
// needs constraint category_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (category:Category {id: row.id})
RETURN category.id AS id, category.name AS name, category.nameZh AS nameZh;
