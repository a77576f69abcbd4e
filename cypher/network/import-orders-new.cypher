// Writes orders the graph does not know. Fails when it does, so that no total counts one twice.
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
// try   :params {rows: [{id: 'x1', customerId: 'x1', amountMinor: 1, currency: 'x1', at: datetime('2026-01-01'), channel: 'x', refundedAt: datetime('2026-01-01'), storeId: 'x'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
CREATE (customer)-[:PLACED]->(o:Order {id: row.id, amountMinor: row.amountMinor, currency: row.currency, at: row.at,
  channel: row.channel, refundedAt: row.refundedAt})
WITH o, row
CALL (o, row) {
  MATCH (store:Store {id: row.storeId})
  CREATE (o)-[:AT_STORE]->(store)
}
RETURN count(*) AS written;
