// How many customers have not consented to profiling, or withdrew it: no rule that profiles looks at them.
// mode   read
// row    customers  integer
RETURN COUNT { MATCH (customer:Customer) } - COUNT { MATCH (customer:Profiled) } AS customers;
