// The currencies of these orders, in which their lines are priced.
// mode  read
// param ids       list<string>
// row   id        string  unique
// row   currency  string
// needs constraint order_id
// try   :param ids => ['o1'];
UNWIND $ids AS id
MATCH (o:Order {id: id})
RETURN o.id AS id, o.currency AS currency;
