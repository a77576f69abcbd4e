// Restricts what may be done with a customer's data, or lifts that: the label that every consent is looked at under.
// mode   write
// param  customerId  string
// param  restricted  boolean
// row    known       integer  0 when there is no such customer
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
// try    :param restricted => true;
OPTIONAL MATCH (customer:Customer {id: $customerId})
FOREACH (one IN CASE WHEN customer IS NOT NULL AND $restricted THEN [customer] ELSE [] END | SET one:Restricted)
FOREACH (one IN CASE WHEN customer IS NOT NULL AND NOT $restricted THEN [customer] ELSE [] END | REMOVE one:Restricted)
RETURN count(customer) AS known;
