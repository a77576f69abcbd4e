// What the graph holds of these orders already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id           string     unique
// row customerId   string?
// row amountMinor  integer?
// row currency     string?
// row at           datetime?
// row channel      string?
// row refundedAt   datetime?
// row storeId      string?
// needs constraint order_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (o:Order {id: row.id})
OPTIONAL MATCH (customer:Customer)-[:PLACED]->(o)
OPTIONAL MATCH (o)-[:AT_STORE]->(store:Store)
RETURN o.id AS id, customer.id AS customerId, o.amountMinor AS amountMinor, o.currency AS currency, o.at AS at,
       o.channel AS channel, o.refundedAt AS refundedAt, store.id AS storeId;
