// Adds new orders to the running totals of their customers, in the transaction that makes them.
// mode  write
// param rows list<record>
// .  customerId  string
// .  orders      integer
// .  spendMinor  integer
// .  firstAt     datetime
// .  lastAt      datetime
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [{customerId: 'x1', orders: 1, spendMinor: 1, firstAt: datetime('2026-01-01'), lastAt: datetime('2026-01-01')}]}
UNWIND $rows AS row
MATCH (c:Customer {id: row.customerId})
SET c.orders = coalesce(c.orders, 0) + row.orders,
    c.spendMinor = coalesce(c.spendMinor, 0) + row.spendMinor,
    c.firstOrderAt = CASE WHEN c.firstOrderAt <= row.firstAt THEN c.firstOrderAt ELSE row.firstAt END,
    c.lastOrderAt = CASE WHEN c.lastOrderAt >= row.lastAt THEN c.lastOrderAt ELSE row.lastAt END
RETURN count(c) AS written;
