// All that the graph holds of these ties at their first end: what an order holds.
// mode  read
// param rows list<record>
// .  orderId  string
// row orderId    string
// row productId  string
// row quantity   float?
// row price      integer?
// try   :params {rows: [{orderId: 'x1'}]}
UNWIND $rows AS row
WITH DISTINCT row.orderId AS orderId
MATCH (ordered:Order {id: orderId})-[tie:CONTAINS]->(product:Product)
RETURN orderId, product.id AS productId, tie.quantity AS quantity, tie.price AS price;
