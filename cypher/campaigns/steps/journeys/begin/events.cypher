// Events of a type in a span of time; of carts the last one after which neither an order nor another came for a while.
// mode   read
// param  type        string
// param  from        datetime        inclusive
// param  until       datetime        exclusive
// param  idleSeconds integer?        that nothing came after it; null where it does not matter
// param  after       string = ''     key of the last row of the page before
// param  limit       integer = 5000
// row    key         string          unique
// row    customerId  string
// row    at          datetime
// needs  index event_at
// try    :param type => 'cart';
// try    :param from => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param idleSeconds => null;
// try    :param after => '';
// try    :param limit => 20;
MATCH (event:Event)<-[:DID]-(customer:Customer)
WHERE event.at >= $from AND event.at < $until AND event.type = $type AND event.key > $after
  AND ($idleSeconds IS NULL OR NOT EXISTS { MATCH (customer)-[:PLACED]->(order:Order) WHERE order.at >= event.at AND order.at < event.at + duration({seconds: $idleSeconds}) }
    AND NOT EXISTS { MATCH (customer)-[:DID]->(later:Event) WHERE later.type = $type AND later.at > event.at AND later.at < event.at + duration({seconds: $idleSeconds}) })
RETURN event.key AS key, customer.id AS customerId, event.at AS at
ORDER BY key
LIMIT $limit;
