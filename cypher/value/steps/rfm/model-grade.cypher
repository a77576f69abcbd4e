// Grades these customers in named RFM models, by the cuts of the last run of each; who has no purchase left in a model's window loses its grade.
// mode   write
// param  given        record          in one map: a list by itself has the statement planned anew for each of its sizes
// .  customerIds  list<string>
// .  model        string?         id; null means every named model that was run
// param  now          datetime        later orders do not count yet
// row    scored       integer
// row    cleaned      integer
// needs  constraint customer_id
// needs  constraint rfm_model_id
// try    :param given => ({customerIds: ['C0000001'], model: null});
// try    :param now => datetime();
MATCH (model:RfmModel {main: false})
WHERE model.scoredAt IS NOT NULL AND ($given.model IS NULL OR model.id = $given.model)
UNWIND $given.customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WHERE customer:Profiled
CALL (customer, model) {
  OPTIONAL MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at >= model.since AND order.at <= $now AND order.refundedAt IS NULL AND order.currency = model.currency
    AND (model.store IS NULL OR EXISTS { (order)-[:AT_STORE]->(:Store {id: model.store}) })
    AND (model.category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: model.category}) })
  RETURN max(CASE WHEN order.amountMinor >= 0 THEN order.at END) AS lastAt,
    sum(CASE WHEN order.amountMinor >= 0 THEN 1 ELSE 0 END) AS orders, sum(order.amountMinor) AS spend
}
WITH customer, model, orders, spend, CASE WHEN lastAt > model.asOf THEN 0 ELSE duration.inDays(lastAt, model.asOf).days END AS days
CALL (customer, model, orders, spend, days) {
  WITH customer, model, orders, spend, days, 4 - size([cut IN model.recencyCuts WHERE 5 * days > cut]) AS r,
    size([cut IN model.orderCuts WHERE 5 * orders > cut]) AS f, size([cut IN model.spendCuts WHERE 5 * spend > cut]) AS m
  WHERE orders > 0
  MERGE (customer)-[score:SCORED_BY]->(model)
  SET score += {recency: r + 1, frequency: f + 1, monetary: m + 1, days: days, orders: orders, spendMinor: spend, scoredAt: $now,
    level: model.levels[25 * r + 5 * f + m], segment: model.segments[25 * r + 5 * f + m]}
  RETURN count(score) AS scored
}
CALL (customer, model, orders) {
  MATCH (customer)-[score:SCORED_BY]->(model)
  WHERE orders = 0
  DELETE score
  RETURN count(score) AS cleaned
}
RETURN sum(scored) AS scored, sum(cleaned) AS cleaned;
