// Deletes a customer that is marked for erasure, with all ties. Orders that were kept go to a node that nobody can be told by:
// under ids of their own, without the time of day.
// mode   write
// param  customerId  string
// param  anonymise   boolean
// row    removed     integer
// row    kept        integer  orders
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
// try    :param anonymise => true;
OPTIONAL MATCH (customer:Customer {id: $customerId})
WITH customer, CASE WHEN customer IS NULL THEN [] ELSE COLLECT { MATCH (customer)-[:PLACED]->(o:Order) RETURN o } END AS orders
FOREACH (_ IN CASE WHEN $anonymise AND customer IS NOT NULL THEN [1] ELSE [] END |
  CREATE (nobody:Anonymous {region: customer.region, ageBand: customer.ageBand})
  FOREACH (o IN orders |
    SET o.id = 'anonymous-' + randomUUID(), o.at = datetime.truncate('day', o.at)
    CREATE (nobody)-[:PLACED]->(o)))
FOREACH (near IN CASE WHEN customer IS NULL THEN [] ELSE COLLECT { MATCH (customer)-[:KNOWS|REFERRED]-(near:Customer) RETURN DISTINCT near } END |
  SET near:Changed)
DETACH DELETE customer
RETURN count(customer) AS removed, CASE WHEN $anonymise THEN size(orders) ELSE 0 END AS kept;
