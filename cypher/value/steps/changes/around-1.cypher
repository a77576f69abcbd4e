// Whoever is within one step of some customers, along KNOWS and REFERRED, whether they consent to profiling or not.
// mode   read
// param  given        record        in one map: a list by itself has the statement planned anew for each of its sizes
// .  customerIds  list<string>
// row    customerId   customer      unique
// needs  index customer_id
// try    :param given => ({customerIds: ['C0000001']});
UNWIND $given.customerIds AS startId
MATCH (:Customer {id: startId})-[:KNOWS|REFERRED]-{1,1}(customer:Customer)
RETURN DISTINCT customer.id AS customerId;
