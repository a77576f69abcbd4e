// Who of some customers fits a rule, which stands in place of the marked line.
// mode   read
// param  given        record        in one map: a list by itself has the statement planned anew for each of its sizes
// .  customerIds  list<string>
// row    customerId   customer      unique
// needs  index customer_id
// try    :param given => ({customerIds: ['C0000001']});
MATCH (customer:Customer)
WHERE customer.id IN $given.customerIds AND (
  true // rule
)
RETURN customer.id AS customerId;
