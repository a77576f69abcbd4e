// What the graph holds of these ties already: what an order holds.
// mode  read
// param rows list<record>
// .  orderId    string
// .  productId  string
// row orderId    string
// row productId  string
// row quantity   float?
// row price      integer?
// try   :params {rows: [{orderId: 'x1', productId: 'x1'}]}
UNWIND $rows AS row
MATCH (ordered:Order {id: row.orderId})
MATCH (product:Product {id: row.productId})
MATCH (ordered)-[tie:CONTAINS]->(product)
RETURN ordered.id AS orderId, product.id AS productId, tie.quantity AS quantity, tie.price AS price;
