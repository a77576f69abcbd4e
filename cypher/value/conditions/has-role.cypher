// Customers with one of some roles in the network.
// mode   read
// param  roles  list<string>  of KOL, KOC, BRIDGE, MARGINAL
// row    customerId  customer  unique
// try    :param roles => ['KOL'];
MATCH (customer:Customer)
WHERE any(role IN coalesce(customer.roles, []) WHERE role IN $roles)
RETURN customer.id AS customerId;
