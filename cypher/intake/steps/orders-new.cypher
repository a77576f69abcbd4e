// Writes orders the graph does not know, customer by customer, and adds them to the running totals. Fails when it knows one, so that
// no total counts it twice. Orders of customers or at stores that are not there are not counted: the caller takes all back then.
// mode  write
// param customers list<record>
// .  customerId  string
// .  orders      integer   how many of them are not refunded
// .  spendMinor  integer   what those sum up to
// .  firstAt     epoch     of those; of no meaning when there are none
// .  lastAt      epoch
// .  from        integer   place of their first order in $orders
// .  to          integer   place after the last
// param orders list<record>
// .  id           string
// .  amountMinor  integer
// .  currency     string
// .  at           epoch
// .  channel      string?
// .  refundedAt   epoch?
// .  storeId      string?
// row   written   integer
// row   atStores  integer  how many of them at a store
// needs constraint order_id
// try   :param customers => [{customerId: 'C0000001', orders: 1, spendMinor: 1, firstAt: 1767225600000, lastAt: 1767225600000, from: 0, to: 1}];
// try   :param orders => [{id: 'x1', amountMinor: 1, currency: 'CNY', at: 1767225600000, channel: 'x', storeId: 'S001'}];
UNWIND $customers AS row
MATCH (customer:Customer {id: row.customerId})
WITH customer, row, datetime({epochMillis: toInteger(row.firstAt)}) AS firstAt,
     datetime({epochMillis: toInteger(row.lastAt)}) AS lastAt
SET customer:Changed, customer.orders = coalesce(customer.orders, 0) + row.orders,
    customer.spendMinor = coalesce(customer.spendMinor, 0) + row.spendMinor,
    customer.firstOrderAt = CASE WHEN row.orders = 0 OR customer.firstOrderAt <= firstAt THEN customer.firstOrderAt
      ELSE firstAt END,
    customer.lastOrderAt = CASE WHEN row.orders = 0 OR customer.lastOrderAt >= lastAt THEN customer.lastOrderAt
      ELSE lastAt END
WITH customer, row
UNWIND $orders[row.from..row.to] AS one
OPTIONAL MATCH (store:Store {id: one.storeId})
CREATE (customer)-[:PLACED]->(o:Order {id: one.id, amountMinor: one.amountMinor, currency: one.currency,
  at: datetime({epochMillis: toInteger(one.at)}), channel: one.channel,
  refundedAt: CASE WHEN one.refundedAt IS NULL THEN null ELSE datetime({epochMillis: toInteger(one.refundedAt)}) END})
FOREACH (place IN CASE WHEN store IS NULL THEN [] ELSE [store] END | CREATE (o)-[:AT_STORE]->(place))
RETURN count(*) AS written, count(store) AS atStores;
