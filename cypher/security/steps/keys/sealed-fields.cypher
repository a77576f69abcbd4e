// The sealed personal fields of customers with the wrapped key that opens them. Useless without the master key.
// mode   read
// param  customerIds  list<string>
// row    id           string        unique
// row    keyWrapped   string?       null when the person was erased
// row    sealed       string?       all personal fields in one; null where there is none
// row    guardianUntil datetime?    counts as under 14 before then
// needs  index customer_id
// try    :param customerIds => ['C0000001'];
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
RETURN customer.id AS id, customer.keyWrapped AS keyWrapped, customer.sealed AS sealed,
       customer.guardianUntil AS guardianUntil;
