// The wrapped keys of these customers; those the graph does not know are left out.
// mode  read
// param ids         list<string>
// row   id          string   unique
// row   keyWrapped  string?  null when the key was destroyed
// needs constraint customer_id
// try   :param ids => ['C0000001'];
UNWIND $ids AS id
MATCH (c:Customer {id: id})
RETURN c.id AS id, c.keyWrapped AS keyWrapped;
