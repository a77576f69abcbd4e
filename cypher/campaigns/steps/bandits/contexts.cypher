// In which context customers are for a bandit: those who consent to profiling, by their RFM segment or lifecycle stage, or all alike.
// mode   read
// param  customerIds  list<string>
// param  context      string        NONE, RFM_SEGMENT, LIFECYCLE
// row    customerId   string        unique
// row    context      string
// needs  constraint customer_id
// try    :param customerIds => ['C0000001'];
// try    :param context => 'NONE';
UNWIND $customerIds AS id
MATCH (customer:Customer {id: id})
WHERE customer:Profiled AND NOT customer:Restricted
RETURN customer.id AS customerId, coalesce(CASE $context
    WHEN 'RFM_SEGMENT' THEN customer.rfmSegment
    WHEN 'LIFECYCLE' THEN customer.lifecycle
  END, 'all') AS context
ORDER BY customerId;
