// Customers with an interest, at least so strong.
// mode   read
// param  interest  string  id
// param  weight    float   0..1
// row    customerId  customer  unique
// try    :param interest => 'I01';
// try    :param weight => 0.5;
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[likes:INTERESTED_IN]->(interest:Interest)
  WHERE coalesce(interest.id, '') = $interest AND coalesce(likes.weight, 1.0) >= $weight
}
RETURN customer.id AS customerId;
