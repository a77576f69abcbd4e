// Customers whose time of that name lies in a period: joinedAt, firstOrderAt or lastOrderAt.
// mode   read
// param  property    string
// param  from        datetime  included
// param  to          datetime  excluded
// row    customerId  customer  unique
// needs  index customer_joined, customer_first_order, customer_last_order
// try    :param property => 'joinedAt';
// try    :param from => datetime('2026-01-01');
// try    :param to => datetime('2026-01-02');
CALL () {
  // a bound of null makes the branches that are not meant empty without a look at any customer
  MATCH (customer:Customer)
  WHERE customer.joinedAt >= CASE WHEN $property = 'joinedAt' THEN $from END AND customer.joinedAt < $to
  RETURN customer.id AS customerId
  UNION ALL
  MATCH (customer:Customer)
  WHERE customer.firstOrderAt >= CASE WHEN $property = 'firstOrderAt' THEN $from END AND customer.firstOrderAt < $to
  RETURN customer.id AS customerId
  UNION ALL
  MATCH (customer:Customer)
  WHERE customer.lastOrderAt >= CASE WHEN $property = 'lastOrderAt' THEN $from END AND customer.lastOrderAt < $to
  RETURN customer.id AS customerId
}
RETURN customerId;
