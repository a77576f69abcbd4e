// The influence index that so many customers reach.
// mode   read
// param  people     integer
// row    influence  float
// needs  index profiled_influence
// try    :param people => 10;
MATCH (customer:Profiled)
WHERE customer.influence IS NOT NULL
WITH customer.influence AS influence
ORDER BY influence DESC
LIMIT $people
RETURN min(influence) AS influence;
