// Customers that a refresh of segments took, since they changed.
// mode   read
// row    customerId  customer  unique
MATCH (customer:Customer:Refreshing)
RETURN customer.id AS customerId;
