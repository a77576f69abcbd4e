// All that the graph holds of what orders hold (CONTAINS) at the first end of these rows.
// Generated from src/intake/kinds/trade.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  orderId  string
// row orderId    string
// row productId  string
// row quantity   float?
// row price      integer?
// needs constraint order_id
// try   :param rows => [{orderId: 'O0000001-001'}];
UNWIND $rows AS row
WITH DISTINCT row.orderId AS orderId
MATCH (ordered:Order {id: orderId})-[tie:CONTAINS]->(product:Product)
RETURN orderId, product.id AS productId, tie.quantity AS quantity, tie.price AS price;
