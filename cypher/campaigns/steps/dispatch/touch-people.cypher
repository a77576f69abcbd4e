// Whom deliveries went to, and through which channel; those nobody knows are left out.
// mode   read
// param  ids         list<string>
// row    id          string    unique
// row    customerId  string
// row    channel     string?
// needs  constraint touch_id
// try    :param ids => ['M001-C0000001'];
UNWIND $ids AS id
MATCH (customer:Customer)-[:RECEIVED]->(touch:Touch {id: id})
RETURN id, customer.id AS customerId, touch.channel AS channel
ORDER BY id;
