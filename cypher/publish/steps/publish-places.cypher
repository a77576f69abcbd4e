// The region of each city, as most customers there have it: what a city is generalised to.
// mode   read
// row    city    string
// row    region  string
MATCH (customer:Customer)
WHERE customer.city IS NOT NULL AND customer.region IS NOT NULL
WITH customer.city AS city, customer.region AS region, count(*) AS people
ORDER BY people DESC, region
RETURN city, collect(region)[0] AS region
ORDER BY city;
