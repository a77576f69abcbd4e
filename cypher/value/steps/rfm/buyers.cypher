// Who placed these orders, where a named RFM model looks at what orders contain.
// mode   read
// param  orderIds    list<string>
// row    customerId  string          unique
// needs  constraint order_id
// try    :param orderIds => ['O0000001-001'];
MATCH (model:RfmModel {main: false})
WHERE model.category IS NOT NULL AND model.scoredAt IS NOT NULL
WITH count(model) AS models
WHERE models > 0
UNWIND $orderIds AS orderId
MATCH (:Order {id: orderId})<-[:PLACED]-(customer:Profiled)
RETURN DISTINCT customer.id AS customerId
ORDER BY customerId;
