// Customers with a close tie who bought before and has not since a time.
// mode   read
// param  closeness  float     0..1, at least
// param  since      datetime  no order from then on
// row    customerId  customer  unique
// try    :param closeness => 0.5;
// try    :param since => datetime('2026-01-01');
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[knows:KNOWS]-(other:Profiled)
  WHERE knows.closeness >= $closeness AND other.lastOrderAt < $since
}
RETURN customer.id AS customerId;
