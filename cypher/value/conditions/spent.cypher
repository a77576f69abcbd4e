// Customers who spent at least so much in a window, in one currency; refunded orders do not count.
// mode   read
// param  atLeast   integer   minor units
// param  currency  string
// param  since     datetime  start of the window
// param  now       datetime  its end, exclusive
// param  product   string?   id; null for any
// param  category  string?
// param  store     string?
// row    customerId  customer  unique
// try    :param atLeast => 10000;
// try    :param currency => 'CNY';
// try    :param since => datetime('2026-01-01');
// try    :param now => datetime();
// try    :param product => null;
// try    :param category => null;
// try    :param store => null;
MATCH (customer:Customer)
WHERE reduce(total = 0, amount IN COLLECT {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at >= $since AND order.at < $now AND order.refundedAt IS NULL AND order.currency = $currency
    AND ($store IS NULL OR EXISTS { (order)-[:AT_STORE]->(:Store {id: $store}) })
    AND ($product IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product {id: $product}) })
    AND ($category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) })
  RETURN order.amountMinor
} | total + amount) >= $atLeast
RETURN customer.id AS customerId;
