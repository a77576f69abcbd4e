// Ids of customers that hold what somebody types, for the selector of a dashboard.
// mode   read
// param  input    string
// row    value    string
// row    display  string
// try    :param input => 'C';
MATCH (customer:Profiled)
WHERE toLower(customer.id) CONTAINS toLower($input)
RETURN customer.id AS value, customer.id AS display
ORDER BY size(value), value
LIMIT 5;
