// How one customer bought until a date: days with purchases, the first and last of them, and what those after the first brought.
// Orders of a day are one purchase, as the models of CLV count; refunds and negative orders are none.
// mode   read
// param  customerId     string
// param  asOf           datetime        end of observation, exclusive
// param  currency       string
// param  offsetSeconds  integer = 0     of the time zone whose days count
// row    customerId     string          unique
// row    repeats        integer         days with purchases after the first
// row    recencyDays    integer         from the first such day to the last
// row    ageDays        integer         from the first such day to the end of observation
// row    repeatMinor    integer         spent on days after the first, minor units
// row    yearlyMinor    integer         spent in the last 365 days
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
// try    :param asOf => datetime();
// try    :param currency => 'CNY';
// try    :param offsetSeconds => 28800;
MATCH (customer:Customer:Profiled {id: $customerId})-[:PLACED]->(order:Order)
WHERE order.at < $asOf AND order.currency = $currency AND order.refundedAt IS NULL AND order.amountMinor >= 0
WITH customer, order, (order.at.epochSeconds + $offsetSeconds) / 86400 AS day
WITH customer, day, sum(order.amountMinor) AS spent,
  sum(CASE WHEN order.at >= $asOf - duration({days: 365}) THEN order.amountMinor ELSE 0 END) AS lately
WITH customer, count(*) - 1 AS repeats, min(day) AS first, max(day) AS last, sum(spent) AS total, collect([day, spent]) AS days,
  sum(lately) AS yearlyMinor
RETURN customer.id AS customerId, repeats, last - first AS recencyDays,
  ($asOf.epochSeconds + $offsetSeconds) / 86400 - first AS ageDays,
  total - head([pair IN days WHERE pair[0] = first | pair[1]]) AS repeatMinor, yearlyMinor;
