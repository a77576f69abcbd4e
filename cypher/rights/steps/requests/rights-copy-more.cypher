// What hangs on what is a person's own: the lines of orders, the campaigns of touches, what posts are about.
// mode   read
// param  customerId  string
// row    ownerLabel  string
// row    ownerId     string
// row    type        string
// row    label       string
// row    tie         map
// row    node        map
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
MATCH (customer:Customer {id: $customerId})-[:PLACED|RECEIVED|POSTED|GAVE]->(own)
MATCH (own)-[tie]-(thing)
WHERE NOT thing:Customer AND NOT thing:Anonymous
RETURN head(labels(own)) AS ownerLabel, own.id AS ownerId, type(tie) AS type, head(labels(thing)) AS label,
       properties(tie) AS tie, thing {.id, .name, .nameZh, .at, .valueMinor} AS node
ORDER BY ownerId, type, coalesce(thing.id, '');
