// Customers within one step of somebody else with a role, by way of people who consent to profiling.
// mode   read
// param  role  string  KOL, KOC, BRIDGE or MARGINAL
// row    customerId  customer  unique
// try    :param role => 'KOL';
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer) ((:Profiled)-[:KNOWS]-(:Profiled)){1,1} (other)
  WHERE $role IN other.roles AND other <> customer
}
RETURN customer.id AS customerId;
