// Sets the time zone a customer lives in, for quiet hours; null takes the one that is set for everybody.
// mode   write
// param  customerId  string
// param  timeZone    string?    IANA name
// row    known       integer
// needs  index customer_id
// try    :param customerId => 'C0000001';
// try    :param timeZone => 'Europe/Berlin';
OPTIONAL MATCH (customer:Customer {id: $customerId})
SET customer.timeZone = $timeZone
RETURN count(customer) AS known;
