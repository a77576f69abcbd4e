// How many customer keys each master key wraps.
// mode read
// row  id         string   unique
// row  customers  integer
MATCH (customer:Customer)
WHERE customer.keyId IS NOT NULL
RETURN customer.keyId AS id, count(*) AS customers
ORDER BY id;
