// Who of some customers fits a rule, which stands in place of the marked line.
// mode   read
// param  customerIds  list<string>
// row    customerId   customer      unique
// needs  index customer_id
// try    :param customerIds => ['C0000001'];
MATCH (customer:Customer)
WHERE customer.id IN $customerIds AND (
  true // rule
)
RETURN customer.id AS customerId;
