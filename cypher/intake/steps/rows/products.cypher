// Writes products as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id          string    id of the product
// .  name        string    name
// .  nameZh      string?   Chinese name
// .  priceMinor  integer?  list price, in minor units of the currency
// .  currency    string?   currency of the price
// .  categoryId  string?   its category
// row written  integer
// needs constraint product_id
// try   :param rows => [{id: 'x1', name: 'x1', nameZh: 'x1', priceMinor: 1, currency: 'x1', categoryId: 'G01'}];
UNWIND $rows AS row
MERGE (product:Product {id: row.id})
SET product:Changed, product.name = row.name, product.nameZh = row.nameZh, product.priceMinor = row.priceMinor,
    product.currency = row.currency
WITH product, row
CALL (product, row) {
  MATCH (product)-[old:IN_CATEGORY]->(other:Category)
  WHERE row.categoryId IS NULL OR other.id <> row.categoryId
  DELETE old
}
CALL (product, row) {
  MATCH (category:Category {id: row.categoryId})
  MERGE (product)-[:IN_CATEGORY]->(category)
}
RETURN count(*) AS written;
