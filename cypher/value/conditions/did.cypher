// Customers with at least so many events of a type in a window.
// mode   read
// param  type      string
// param  atLeast   integer
// param  since     datetime  start of the window
// param  now       datetime  its end, exclusive
// row    customerId  customer  unique
// try    :param type => 'login';
// try    :param atLeast => 1;
// try    :param since => datetime('2026-01-01');
// try    :param now => datetime();
MATCH (customer:Customer)
WHERE COUNT {
  MATCH (customer)-[:DID]->(event:Event)
  WHERE event.type = $type AND event.at >= $since AND event.at < $now
} >= $atLeast
RETURN customer.id AS customerId;
