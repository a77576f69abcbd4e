// Customers of a range of ids who fit a rule, which stands in place of the marked line, and are not in its segment yet.
// mode   read
// param  segmentId   string
// param  from        string   id, excluded
// param  to          string   id, included
// row    customerId  customer  unique
// needs  constraint customer_id
// try    :param segmentId => 'loyal';
// try    :param from => '';
// try    :param to => 'zzz';
MATCH (customer:Customer)
WHERE customer.id > $from AND customer.id <= $to AND (
  true // rule
)
  AND NOT EXISTS { MATCH (customer)-[:IN_SEGMENT]->(held:Segment) WHERE coalesce(held.id, '') = $segmentId }
RETURN customer.id AS customerId;
