// Customers whose score of that name is a time in a period. Looks at everybody: few rules ask for one.
// mode   read
// param  property    string
// param  from        datetime  included
// param  to          datetime  excluded
// row    customerId  customer  unique
// needs  dynamic property   a rule names it: no index is looked up
// try    :param property => 'rfmScoredAt';
// try    :param from => datetime('2026-01-01');
// try    :param to => datetime('2026-01-02');
MATCH (customer:Profiled)
WHERE customer[$property] >= $from AND customer[$property] < $to
RETURN customer.id AS customerId;
