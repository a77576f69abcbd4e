// Writes products as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id          string
// .  name        string
// .  nameZh      string?
// .  priceMinor  integer?  minor units of the currency
// .  currency    string?
// row   written  integer
// needs constraint product_id
// try   :params {rows: [{id: 'x1', name: 'x1', nameZh: 'x', priceMinor: 1, currency: 'x'}]}
UNWIND $rows AS row
MERGE (product:Product {id: row.id})
SET product.name = row.name, product.nameZh = row.nameZh, product.priceMinor = row.priceMinor,
    product.currency = row.currency
RETURN count(*) AS written;
