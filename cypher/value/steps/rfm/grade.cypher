// Grades these customers by the cuts of the last run in their currency, and moves them to their segment; who has no purchase left in the
// window loses both. A whole run and a single order use it alike. Repeating it changes nothing but the time.
// mode   write
// param  customerIds  list<string>
// param  now          datetime        later orders do not count yet
// param  moment       datetime        from when moves count: now, or the end of a window in the past
// row    scored       integer
// row    moved        integer         customers whose segment is new to them
// row    cleaned      integer         customers who lost their grade
// needs  constraint customer_id
// needs  constraint segment_id
// try    :param customerIds => ['C0000001'];
// try    :param now => datetime();
// try    :param moment => datetime();
WITH COUNT { MATCH (any:RfmModel {main: true}) } AS models
WHERE models > 0
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WHERE customer:Profiled
SET customer.rfmCurrency = customer.rfmCurrency // locks it, before the cuts and orders are read
WITH customer, customer.rfmSegment AS before
CALL (customer) {
  MATCH (model:RfmModel {main: true})
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at >= model.since AND (order.at < model.until OR (model.until IS NULL AND order.at <= $now))
    AND order.refundedAt IS NULL AND order.currency = model.currency
  WITH model, max(CASE WHEN order.amountMinor >= 0 THEN order.at END) AS lastAt,
    sum(CASE WHEN order.amountMinor >= 0 THEN 1 ELSE 0 END) AS orders, sum(order.amountMinor) AS spend
  WHERE orders > 0
  WITH model, orders, spend, CASE WHEN lastAt > model.asOf THEN 0 ELSE duration.inDays(lastAt, model.asOf).days END AS days
  ORDER BY model.currency = coalesce(customer.rfmCurrency, '') DESC, orders DESC, model.currency
  LIMIT 1
  WITH *, 4 - size([cut IN model.recencyCuts WHERE 5 * days > cut]) AS r, size([cut IN model.orderCuts WHERE 5 * orders > cut]) AS f,
    size([cut IN model.spendCuts WHERE 5 * spend > cut]) AS m
  WITH *, 25 * r + 5 * f + m AS cell
  SET customer += {recency: r + 1, frequency: f + 1, monetary: m + 1, rfmDays: days, rfmOrders: orders, rfmSpendMinor: spend,
    rfmLevel: model.levels[cell], rfmSegment: model.segments[cell], rfmCurrency: model.currency, rfmScoredAt: $now}
  RETURN head(collect({segment: customer.rfmSegment, because: 'R' + (r + 1) + ' F' + (f + 1) + ' M' + (m + 1)})) AS found
}
CALL (customer, found) {
  WITH customer WHERE found IS NULL
  // each property run=rfm: REMOVE <<customer.{property}>>
  REMOVE customer.recency, customer.frequency, customer.monetary, customer.rfmDays, customer.rfmOrders,
    customer.rfmSpendMinor, customer.rfmLevel, customer.rfmSegment, customer.rfmCurrency, customer.rfmScoredAt
  // each end
}
CALL (customer, found) {
  MATCH (customer)-[left:IN_SEGMENT]->(old:Segment {kind: 'RFM'})
  WHERE found IS NULL OR old.id <> found.segment
  FOREACH (_ IN CASE WHEN left.since < $moment THEN [1] ELSE [] END |
    CREATE (customer)-[:WAS_IN_SEGMENT {since: left.since, until: $moment, because: left.because,
      left: CASE WHEN found IS NULL THEN 'NO_PURCHASE' ELSE 'REGRADED' END}]->(old))
  DELETE left
  RETURN count(left) AS gone
}
CALL (customer, found) {
  MATCH (new:Segment {id: found.segment})
  WHERE NOT EXISTS { (customer)-[:IN_SEGMENT]->(new) }
  CREATE (customer)-[:IN_SEGMENT {since: $moment, because: found.because}]->(new)
  RETURN count(new) AS come
}
RETURN count(found) AS scored, sum(come) AS moved, count(CASE WHEN found IS NULL AND before IS NOT NULL THEN 1 END) AS cleaned;
