// The customer's own properties, sealed as they are.
// mode   read
// param  customerId  string
// row    properties  map
// row    labels      list<string>
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
MATCH (customer:Customer {id: $customerId})
RETURN properties(customer) AS properties, [label IN labels(customer) WHERE label <> 'Customer'] AS labels;
