// Who has a close tie that ordered in a span of time: of each who ordered the 200 closest, both of whom consent to profiling.
// mode   read
// param  from        datetime        inclusive
// param  until       datetime        exclusive
// param  closeness   float           0..1, at least
// param  product     string?         id; null for any
// param  category    string?
// param  after       string = ''     order|customer of the last row of the page before
// param  limit       integer = 5000
// row    key         string          unique
// row    customerId  string
// row    at          datetime        of the order
// needs  index order_at
// try    :param from => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param closeness => 0.5;
// try    :param product => null;
// try    :param category => null;
// try    :param after => '';
// try    :param limit => 20;
MATCH (order:Order)<-[:PLACED]-(buyer:Profiled)
WHERE order.at >= $from AND order.at < $until AND order.refundedAt IS NULL
  AND ($product IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product {id: $product}) })
  AND ($category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) })
CALL (buyer) {
  MATCH (buyer)-[knows:KNOWS]-(friend:Profiled)
  WHERE knows.closeness >= $closeness
  RETURN friend
  ORDER BY knows.closeness DESC, friend.id
  LIMIT 200
}
WITH order.id + '|' + friend.id AS key, friend.id AS customerId, order.at AS at
WHERE key > $after
RETURN key, customerId, at
ORDER BY key
LIMIT $limit;
