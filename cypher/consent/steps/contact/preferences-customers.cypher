// Customers of an alias, for the signed link to their preference page.
// mode   read
// param  alias       string
// row    customerId  string   unique
// needs  index customer_alias
// try    :param alias => 'C-7KQ2M4X';
MATCH (customer:Customer {alias: $alias})
RETURN customer.id AS customerId
ORDER BY customerId
LIMIT 20;
