// Removes the closeness of earlier runs where there are now too many customers to measure it again.
// mode   write
// param  batch    integer = 10000
// row    cleared  integer
// needs  auto-commit
// try    :param batch => 10000;
MATCH (customer:Profiled)
WHERE customer.harmonicCloseness IS NOT NULL
CALL (customer) {
  REMOVE customer.harmonicCloseness
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS cleared;
