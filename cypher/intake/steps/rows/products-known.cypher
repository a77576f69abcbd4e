// What the graph holds of these products; those it does not know are left out.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the product
// row id          string    unique
// row name        string?
// row nameZh      string?
// row priceMinor  integer?
// row currency    string?
// row categoryId  string?
// needs constraint product_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (product:Product {id: row.id})
OPTIONAL MATCH (product)-[:IN_CATEGORY]->(category:Category)
RETURN product.id AS id, product.name AS name, product.nameZh AS nameZh, product.priceMinor AS priceMinor,
       product.currency AS currency, category.id AS categoryId;
