// Communities where at least a share of the members ordered in a window, of a product or category or at a store if one is named.
// mode   read
// param  share     float     0..1; 0 for at least one of them
// param  since     datetime  start of the window
// param  now       datetime  its end, exclusive
// param  product   string?   id; null for any
// param  category  string?
// param  store     string?
// row    communityId  string  unique
// needs  index order_at
// try    :param share => 0.2;
// try    :param since => datetime('2026-01-01');
// try    :param now => datetime();
// try    :param product => null;
// try    :param category => null;
// try    :param store => null;
MATCH (community:Community)<-[:MEMBER_OF]-(member:Profiled)-[:PLACED]->(order:Order)
WHERE order.at >= $since AND order.at < $now AND order.refundedAt IS NULL
  AND ($store IS NULL OR EXISTS { (order)-[:AT_STORE]->(:Store {id: $store}) })
  AND ($product IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product {id: $product}) })
  AND ($category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) })
WITH community, count(DISTINCT member) AS members
WHERE members >= $share * community.size
RETURN community.id AS communityId
ORDER BY communityId;
