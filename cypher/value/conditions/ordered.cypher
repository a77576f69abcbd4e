// Customers who ordered at least so often in a window, of a product or category or at a store if one is named; refunded orders do not count.
// mode   read
// param  atLeast   integer
// param  since     datetime  start of the window
// param  now       datetime  its end, exclusive
// param  product   string?   id; null for any
// param  category  string?
// param  store     string?
// row    customerId  customer  unique
// try    :param atLeast => 2;
// try    :param since => datetime('2026-01-01');
// try    :param now => datetime();
// try    :param product => null;
// try    :param category => null;
// try    :param store => null;
MATCH (customer:Customer)
WHERE COUNT {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at >= $since AND order.at < $now AND order.refundedAt IS NULL AND order.amountMinor >= 0
    AND ($store IS NULL OR EXISTS { (order)-[:AT_STORE]->(:Store {id: $store}) })
    AND ($product IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product {id: $product}) })
    AND ($category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) })
} >= $atLeast
RETURN customer.id AS customerId;
