// Writes ties as they are in a file: what an order holds.
// mode  write
// param rows list<record>
// .  orderId    string
// .  productId  string
// .  quantity   float?
// .  price      integer?  minor units of the order's currency, for one
// row   written  integer
// try   :params {rows: [{orderId: 'x1', productId: 'x1', quantity: 0.5, price: 1}]}
UNWIND $rows AS row
MATCH (ordered:Order {id: row.orderId})
MATCH (product:Product {id: row.productId})
MERGE (ordered)-[tie:CONTAINS]->(product)
SET tie.quantity = row.quantity, tie.price = row.price
RETURN count(*) AS written;
