// Loyalty tiers of customers by the last review, with the notice of a fall where there is one. Repeating it changes nothing.
// mode   write
// param  rows                list<record>
// .      customerId          string
// .      tier                string
// .      since               datetime
// .      history             list<string>  every move with this one: tier, a bar, ISO date
// .      noticedAt           datetime?
// .      fallsAt             datetime?
// .      fallsTo             string?
// .      keepMinor           integer?
// .      keepOrders          integer?
// row    saved               integer
// needs  constraint customer_id
// try    :param rows => [{customerId: 'C0000001', tier: 'gold', since: datetime(), history: ['gold|2026-01-01'], noticedAt: null, fallsAt: null, fallsTo: null, keepMinor: null, keepOrders: null}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
WHERE customer:Profiled
SET customer.loyaltyTier = row.tier, customer.loyaltySince = row.since, customer.loyaltyHistory = row.history,
  customer.loyaltyNoticedAt = row.noticedAt, customer.loyaltyFallsAt = row.fallsAt, customer.loyaltyFallsTo = row.fallsTo,
  customer.loyaltyKeepMinor = row.keepMinor, customer.loyaltyKeepOrders = row.keepOrders
RETURN count(customer) AS saved;
