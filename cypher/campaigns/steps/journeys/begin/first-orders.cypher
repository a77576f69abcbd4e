// Customers whose first order lies in one of some spans of time, a page in the order of their ids.
// mode   read
// param  spans       list<record>
// .      from        datetime        inclusive
// .      until       datetime        exclusive
// param  after       string = ''     customer id of the last row of the page before
// param  limit       integer = 5000
// row    customerId  string          unique
// row    at          datetime        of the first order
// needs  index customer_first_order
// try    :param spans => [{from: datetime('2026-01-01'), until: datetime()}];
// try    :param after => '';
// try    :param limit => 20;
UNWIND $spans AS span
MATCH (customer:Customer)
WHERE customer.firstOrderAt >= span.from AND customer.firstOrderAt < span.until AND customer.id > $after
WITH DISTINCT customer
RETURN customer.id AS customerId, customer.firstOrderAt AS at
ORDER BY customerId
LIMIT $limit;
