// Customers around whom is still to be recounted, in the order of their ids.
// mode   read
// row    customerId  string
// row    recountAt   datetime  since when
// needs  index recount_id
MATCH (customer:Recount)
WHERE customer.id IS NOT NULL
RETURN customer.id AS customerId, customer.recountAt AS recountAt
ORDER BY customerId
LIMIT 1000;
