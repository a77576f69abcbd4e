// Writes lines of orders that the graph does not hold yet.
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
CREATE (ordered)-[:CONTAINS {quantity: row.quantity, price: row.price}]->(product)
RETURN count(*) AS written;
