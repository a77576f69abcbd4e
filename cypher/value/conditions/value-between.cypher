// Customers whose property or score lies between two numbers, both included.
// mode   read
// param  property  string  plain property or score
// param  least     float?  null for no lower bound
// param  most      float?
// needs  dynamic property   a rule names it: no index is looked up
// row    customerId  customer  unique
// try    :param property => 'rfmLevel';
// try    :param least => 4.0;
// try    :param most => null;
MATCH (customer:Customer)
WHERE coalesce(customer[$property] IS NOT NULL AND ($least IS NULL OR customer[$property] >= $least)
  AND ($most IS NULL OR customer[$property] <= $most), false)
RETURN customer.id AS customerId;
