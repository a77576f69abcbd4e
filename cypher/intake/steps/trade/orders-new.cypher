// Writes orders the graph does not know, customer by customer, and adds them to the running totals. Fails when it knows one, so that
// no total counts it twice. Orders of customers or at stores that are not there are not counted: the caller takes all back then.
// mode  write
// param customers list<tuple>
// .  customerId  string    row[0]
// .  orders      integer   row[1]  how many of them are not refunded
// .  spendMinor  integer   row[2]  what those sum up to
// .  firstAt     epoch     row[3]  of those; of no meaning when there are none
// .  lastAt      epoch     row[4]
// .  from        integer   row[5]  place of their first order in $orders
// .  to          integer   row[6]  place after the last
// param orders list<tuple>
// .  id           string   one[0]
// .  amountMinor  integer  one[1]
// .  currency     string   one[2]
// .  at           epoch    one[3]
// .  channel      string?  one[4]
// .  refundedAt   epoch?   one[5]
// .  storeId      string?  one[6]
// row   written   integer
// row   atStores  integer  how many of them at a store
// needs constraint order_id
// try   :params {customers: [['x1', 1, 1, 1767225600000, 1767225600000, 0, 1]], orders: [['x1', 1, 'CNY', 1767225600000, 'x', null, 'x1']]}
UNWIND $customers AS row
MATCH (customer:Customer {id: row[0]})
WITH customer, row, datetime({epochMillis: toInteger(row[3])}) AS firstAt, datetime({epochMillis: toInteger(row[4])}) AS lastAt
SET customer.orders = coalesce(customer.orders, 0) + row[1], customer.spendMinor = coalesce(customer.spendMinor, 0) + row[2],
    customer.firstOrderAt = CASE WHEN row[1] = 0 OR customer.firstOrderAt <= firstAt THEN customer.firstOrderAt ELSE firstAt END,
    customer.lastOrderAt = CASE WHEN row[1] = 0 OR customer.lastOrderAt >= lastAt THEN customer.lastOrderAt ELSE lastAt END
WITH customer, row
UNWIND $orders[row[5]..row[6]] AS one
OPTIONAL MATCH (store:Store {id: one[6]})
CREATE (customer)-[:PLACED]->(o:Order {id: one[0], amountMinor: one[1], currency: one[2], at: datetime({epochMillis: toInteger(one[3])}),
  channel: one[4], refundedAt: CASE WHEN one[5] IS NULL THEN null ELSE datetime({epochMillis: toInteger(one[5])}) END})
FOREACH (place IN CASE WHEN store IS NULL THEN [] ELSE [store] END | CREATE (o)-[:AT_STORE]->(place))
RETURN count(*) AS written, count(store) AS atStores;
