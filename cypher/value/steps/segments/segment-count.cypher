// How many customers fit a rule, which stands in place of the marked line.
// mode   read
// row    customers  integer
MATCH (customer:Customer)
WHERE true // rule
RETURN count(customer) AS customers;
