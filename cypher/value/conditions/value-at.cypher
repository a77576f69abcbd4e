// Customers whose property or score is a time in a period.
// mode   read
// param  property  string     plain property or score
// param  from      datetime?  included; null for no start
// param  until     datetime?  excluded
// needs  dynamic property   a rule names it: no index is looked up
// row    customerId  customer  unique
// try    :param property => 'joinedAt';
// try    :param from => datetime('2026-01-01');
// try    :param until => null;
MATCH (customer:Customer)
WHERE coalesce(customer[$property] IS NOT NULL AND ($from IS NULL OR customer[$property] >= $from)
  AND ($until IS NULL OR customer[$property] < $until), false)
RETURN customer.id AS customerId;
