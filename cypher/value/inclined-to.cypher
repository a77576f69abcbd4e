// Customers most likely to buy of a category, as its last model of propensity tells.
// mode   read
// param  category     string           id
// param  limit        integer = 50
// row    customerId   customer         unique
// row    probability  float            of an order with it within the horizon, 0..1
// row    boughtAt     datetime?        the last time; null for who never did
// row    scoredAt     datetime
// needs  run propensity
// api    inclinedTo
// titleZh 最近一次倾向模型认为最可能购买某品类的客户。
// for    analyst marketer admin service
// try    :param category => 'tea';
// try    :param limit => 20;
MATCH (customer:Profiled)-[inclined:INCLINED_TO]->(category:Category {id: $category})
WITH customer, inclined, category
ORDER BY inclined.probability DESC, customer.id
LIMIT $limit
CALL (customer, category) {
  OPTIONAL MATCH (customer)-[:PLACED]->(order:Order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(category)
  WHERE order.refundedAt IS NULL
  RETURN max(order.at) AS boughtAt
}
RETURN customer.id AS customerId, inclined.probability AS probability, boughtAt, inclined.at AS scoredAt
ORDER BY probability DESC, customerId;
