// Writes orders the graph does not know, customer by customer, and adds them to the running totals. Fails when it knows one, so that
// no total counts it twice. Orders of customers or at stores that are not there are not counted: the caller takes all back then.
// mode  write
// param customers list<record>
// .  customerId  string
// .  orders      integer   how many of them are not refunded
// .  spendMinor  integer   what those sum up to, refunds by a negative amount too
// .  currency    string?   of all of those; null when they are in several
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
// row   mixed     list<string>  customers whose total must be recounted: what came is not in its currency
// needs constraint order_id
// try   :param customers => [{customerId: 'C0000001', orders: 1, spendMinor: 1, currency: 'CNY', firstAt: 1767225600000, lastAt: 1767225600000, from: 0, to: 1}];
// try   :param orders => [{id: 'x1', amountMinor: 1, currency: 'CNY', at: 1767225600000, channel: 'x', storeId: 'S001'}];
UNWIND $customers AS row
MATCH (customer:Customer {id: row.customerId})
WITH customer, row, datetime({epochMillis: toInteger(row.firstAt)}) AS firstAt,
     datetime({epochMillis: toInteger(row.lastAt)}) AS lastAt, row.orders > 0 OR row.spendMinor <> 0 AS counts
WITH *, counts AND (row.currency IS NULL OR CASE
  WHEN customer.currency IS NULL THEN coalesce(customer.orders, 0) > 0 OR coalesce(customer.spendMinor, 0) <> 0
  ELSE customer.currency <> row.currency END) AS mixed
SET customer:Changed, customer.orders = coalesce(customer.orders, 0) + row.orders,
    customer.spendMinor = coalesce(customer.spendMinor, 0) + row.spendMinor,
    customer.currency = CASE WHEN counts THEN coalesce(customer.currency, row.currency) ELSE customer.currency END,
    customer.firstOrderAt = CASE WHEN row.orders = 0 OR customer.firstOrderAt <= firstAt THEN customer.firstOrderAt
      ELSE firstAt END,
    customer.lastOrderAt = CASE WHEN row.orders = 0 OR customer.lastOrderAt >= lastAt THEN customer.lastOrderAt
      ELSE lastAt END
WITH customer, row, mixed
UNWIND $orders[row.from..row.to] AS one
OPTIONAL MATCH (store:Store {id: one.storeId})
CREATE (customer)-[:PLACED]->(o:Order {id: one.id, amountMinor: one.amountMinor, currency: one.currency,
  at: datetime({epochMillis: toInteger(one.at)}), channel: one.channel,
  refundedAt: CASE WHEN one.refundedAt IS NULL THEN null ELSE datetime({epochMillis: toInteger(one.refundedAt)}) END})
FOREACH (place IN CASE WHEN store IS NULL THEN [] ELSE [store] END | CREATE (o)-[:AT_STORE]->(place))
RETURN count(*) AS written, count(store) AS atStores,
  collect(DISTINCT CASE WHEN mixed THEN customer.id END) AS mixed;
