// How many customers have not consented to profiling, or withdrew it: no rule that profiles looks at them.
// mode   read
// row    customers  integer
// try    :params {}
RETURN COUNT { MATCH (customer:Customer) } - COUNT { MATCH (customer:Profiled) } AS customers;
