// Writes orders the graph knows otherwise: another amount, a refund, another buyer.
// mode  write
// param rows list<record>
// .  id           string
// .  customerId   string
// .  amountMinor  integer
// .  currency     string
// .  at           datetime
// .  channel      string?
// .  refundedAt   datetime?
// .  storeId      string?
// row   written  integer
// needs constraint order_id
// try   :param rows => [{id: 'x1', customerId: 'C0000001', amountMinor: 1, currency: 'x1', at: datetime('2026-01-01'), channel: 'x', refundedAt: datetime('2026-01-01'), storeId: 'x'}];
UNWIND $rows AS row
MATCH (o:Order {id: row.id})
MATCH (customer:Customer {id: row.customerId})
SET o.amountMinor = row.amountMinor, o.currency = row.currency, o.at = row.at, o.channel = row.channel,
    o.refundedAt = row.refundedAt
WITH o, customer, row
CALL (o, row) {
  OPTIONAL MATCH (o)<-[old:PLACED]-(other:Customer)
  WHERE other.id <> row.customerId
  DELETE old
}
MERGE (customer)-[:PLACED]->(o)
WITH o, row
CALL (o, row) {
  OPTIONAL MATCH (o)-[old:AT_STORE]->(end:Store)
  WHERE row.storeId IS NULL OR end.id <> row.storeId
  DELETE old
}
CALL (o, row) {
  MATCH (store:Store {id: row.storeId})
  MERGE (o)-[:AT_STORE]->(store)
}
RETURN count(*) AS written;
