// Customers with an event of a type in a period.
// mode   read
// param  type        string
// param  from        datetime  included
// param  to          datetime  excluded
// row    customerId  customer  unique
// needs  index event_at
// try    :param type => 'login';
// try    :param from => datetime('2026-01-01');
// try    :param to => datetime('2026-01-02');
MATCH (customer:Customer)-[:DID]->(event:Event)
WHERE event.at >= $from AND event.at < $to AND event.type = $type
RETURN DISTINCT customer.id AS customerId;
