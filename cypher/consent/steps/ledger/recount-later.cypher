// Of customers who came to profiling or left it, those with more ties than one transaction should walk: what follows around
// them is marked for a job.
// mode   write
// param  customerIds  list<string>
// param  most         integer       ties that are walked at once
// param  now          datetime
// row    later        list<string>  those who are marked
// needs  index customer_id
// try    :param customerIds => ['C0000001'];
// try    :param most => 1000;
// try    :param now => datetime();
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WHERE COUNT { (customer)-[:KNOWS]-() } > $most
SET customer:Recount, customer.recountAt = $now
RETURN collect(customer.id) AS later;
