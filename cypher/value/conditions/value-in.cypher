// Customers whose property or score is one of some texts.
// mode   read
// param  property  string        plain property or score
// param  values    list<string>
// needs  dynamic property   a rule names it: no index is looked up
// row    customerId  customer  unique
// try    :param property => 'city';
// try    :param values => ['成都'];
MATCH (customer:Customer)
WHERE coalesce(customer[$property] IN $values, false)
RETURN customer.id AS customerId;
