// Customers with a close tie who ordered in a window, of a product or category if one is named.
// mode   read
// param  closeness  float     0..1, at least
// param  since     datetime  start of the window
// param  now       datetime  its end, exclusive
// param  product   string?   id; null for any
// param  category  string?
// row    customerId  customer  unique
// try    :param closeness => 0.5;
// try    :param since => datetime('2026-01-01');
// try    :param now => datetime();
// try    :param product => null;
// try    :param category => null;
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[knows:KNOWS]-(:Profiled)-[:PLACED]->(order:Order)
  WHERE knows.closeness >= $closeness AND order.at >= $since AND order.at < $now AND order.refundedAt IS NULL AND order.amountMinor >= 0
    AND ($product IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product {id: $product}) })
    AND ($category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) })
}
RETURN customer.id AS customerId;
