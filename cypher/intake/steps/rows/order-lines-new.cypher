// Makes what orders hold (CONTAINS) that the graph lacks; one whose end is missing is left out.
// Generated from src/intake/kinds/trade.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  orderId    string    the order
// .  productId  string    the product
// .  quantity   float?    how many; lines of one product add up
// .  price      integer?  for one, in the order's currency
// row written  integer
// needs constraint order_id
// needs constraint product_id
// try   :param rows => [{orderId: 'O0000001-001', productId: 'P001', quantity: 0.5, price: 1}];
UNWIND $rows AS row
MATCH (ordered:Order {id: row.orderId})
MATCH (product:Product {id: row.productId})
CREATE (ordered)-[:CONTAINS {quantity: row.quantity, price: row.price}]->(product)
WITH collect(DISTINCT ordered) AS orders, count(*) AS written
CALL (orders) {
  UNWIND orders AS changed
  MATCH (changed)<-[:PLACED]-(buyer:Customer)
  WITH DISTINCT buyer ORDER BY buyer.id
  SET buyer:Changed
}
RETURN written;
