// The currencies that profiled customers bought in until a date, the most used first.
// mode   read
// param  asOf      datetime   exclusive
// row    currency  string     unique
// row    orders    integer
// needs  index order_at
// try    :param asOf => datetime();
MATCH (:Profiled)-[:PLACED]->(order:Order)
WHERE order.at < $asOf
RETURN order.currency AS currency, count(order) AS orders
ORDER BY orders DESC, currency;
