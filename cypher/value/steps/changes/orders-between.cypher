// Customers with an order in a period: those whom a window over orders takes in or lets go as time passes.
// mode   read
// param  from        datetime  included
// param  to          datetime  excluded
// row    customerId  customer  unique
// needs  index order_at
// try    :param from => datetime('2026-01-01');
// try    :param to => datetime('2026-01-02');
MATCH (customer:Customer)-[:PLACED]->(order:Order)
WHERE order.at >= $from AND order.at < $to
RETURN DISTINCT customer.id AS customerId;
