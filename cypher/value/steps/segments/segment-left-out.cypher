// How many customers have not consented to profiling, or withdrew it: no rule that profiles looks at them.
// mode   read
// row    customers  integer
// try    :params {}
MATCH (customer:Customer)
WITH count(customer) AS everybody
MATCH (profiled:Profiled)
RETURN everybody - count(profiled) AS customers;
