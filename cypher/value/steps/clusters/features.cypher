// Numbers of everybody who consents to profiling, by which they are put into clusters, and the cluster they are in. A page in the order of ids.
// mode   read
// param  features    list<string>   properties and scores that are numbers
// param  after       string = ''    customer id of the last row of the page before
// param  limit       integer = 20000
// row    customerId  customer       unique
// row    cluster     string?        before
// row    values      list<float>    in the order of the features; null where the customer has none
// needs  dynamic property   whoever asks names them
// needs  index customer_id
// try    :param features => ['orders', 'spendMinor'];
// try    :param after => '';
// try    :param limit => 20;
MATCH (customer:Customer)
WHERE customer.id > $after AND customer:Profiled
WITH customer ORDER BY customer.id LIMIT $limit
RETURN customer.id AS customerId, customer.cluster AS cluster, [name IN $features | toFloat(customer[name])] AS values
ORDER BY customerId;
