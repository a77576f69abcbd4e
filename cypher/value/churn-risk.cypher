// Customers most likely to stop buying, as the last model of churn tells; among those who are worth most of the same risk first.
// mode   read
// param  least        float = 0.5      probability from which on
// param  limit        integer = 50
// row    customerId   customer         unique
// row    probability  float            of no order within the horizon, 0..1
// row    clvMinor     float?           predicted value, minor units of the currency of the fit
// row    lastOrderAt  datetime?
// row    warnings     list<string>     rules of the warnings that hold
// row    scoredAt     datetime
// needs  run churn
// api    churnRisk
// titleZh 最近一次流失模型认为最可能不再购买的客户；风险相同者，价值高的在前。
// for    analyst marketer admin service
// try    :param least => 0.5;
// try    :param limit => 20;
MATCH (customer:Profiled)
WHERE customer.churnProbability >= $least
WITH customer
ORDER BY customer.churnProbability DESC, customer.clvMinor DESC, customer.id
LIMIT $limit
RETURN customer.id AS customerId, customer.churnProbability AS probability, toFloat(customer.clvMinor) AS clvMinor,
  customer.lastOrderAt AS lastOrderAt,
  COLLECT { MATCH (customer)-[warned:WARNED]->(rule:WarningRule) WHERE warned.until IS NULL RETURN rule.id ORDER BY rule.id } AS warnings,
  customer.churnScoredAt AS scoredAt
ORDER BY probability DESC, clvMinor DESC, customerId;
