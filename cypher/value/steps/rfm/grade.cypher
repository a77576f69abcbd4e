// Grades these customers by the cuts of the last run in their currency, and moves them to their segment; who has no purchase left in the
// window loses both. A single order counts and grades at once; a whole run counts everybody, cuts, and then grades everybody by what was
// counted. Repeating it changes nothing but the time.
// mode   write
// param  given        record          in one map: a list by itself has the statement planned anew for each of its sizes
// .  customerIds  list<string>
// param  now          datetime        later orders do not count yet
// param  moment       datetime        from when moves count: now, or the end of a window in the past
// param  count        boolean = true  counts days, orders and spend in the window anew
// param  grade        boolean = true  grades by what was counted
// row    scored       integer
// row    moved        integer         customers whose segment is new to them
// row    cleaned      integer         customers who lost their grade
// needs  constraint customer_id
// needs  constraint segment_id
// try    :param given => ({customerIds: ['C0000001']});
// try    :param now => datetime();
// try    :param moment => datetime();
// try    :param count => true;
// try    :param grade => true;
WITH COUNT { MATCH (any:RfmModel {main: true}) } AS models WHERE models > 0
UNWIND $given.customerIds AS customerId
MATCH (customer:Customer {id: customerId}) WHERE customer:Profiled
SET customer.rfmCurrency = customer.rfmCurrency // locks it, before the cuts and orders are read
WITH collect(customer) AS customers
WITH customers, COLLECT { // as maps: what every order is compared with is read once
  MATCH (model:RfmModel {main: true})
  RETURN model {.currency, .since, .until, .asOf, .recencyCuts, .orderCuts, .spendCuts, .levels, .segments}
} AS models
UNWIND customers AS customer WITH customer, models, customer.rfmSegment AS before
CALL (customer, models) {
  WITH customer, models WHERE $count
  UNWIND models AS model
  CALL (customer, model) {
    MATCH (customer)-[:PLACED]->(order)
    WHERE order.at >= model.since AND (order.at < model.until OR (model.until IS NULL AND order.at <= $now))
      AND order.refundedAt IS NULL AND order.currency = model.currency
    RETURN max(CASE WHEN order.amountMinor >= 0 THEN order.at END) AS lastAt,
      sum(CASE WHEN order.amountMinor >= 0 THEN 1 ELSE 0 END) AS orders, sum(order.amountMinor) AS spend
  }
  WITH customer, model.currency AS currency, orders, spend, CASE WHEN lastAt > model.asOf THEN 0 ELSE duration.inDays(lastAt, model.asOf).days END AS days
  ORDER BY orders > 0 DESC, currency = coalesce(customer.rfmCurrency, '') DESC, orders DESC, currency LIMIT 1
  WITH customer, CASE WHEN orders > 0 THEN {currency: currency, days: days, orders: orders, spend: spend} END AS counted
  SET customer += {rfmDays: counted.days, rfmOrders: counted.orders, rfmSpendMinor: counted.spend, rfmCurrency: counted.currency, rfmScoredAt: $now}
}
CALL (customer, models) {
  WITH customer, [model IN models WHERE model.currency = customer.rfmCurrency][0] AS model WHERE $grade AND model IS NOT NULL
  WITH customer, model, 4 - size([cut IN model.recencyCuts WHERE 5 * customer.rfmDays > cut]) AS r,
    size([cut IN model.orderCuts WHERE 5 * customer.rfmOrders > cut]) AS f,
    size([cut IN model.spendCuts WHERE 5 * customer.rfmSpendMinor > cut]) AS m
  WITH customer, r, f, m, model.levels[25 * r + 5 * f + m] AS level, model.segments[25 * r + 5 * f + m] AS segment
  SET customer += {recency: r + 1, frequency: f + 1, monetary: m + 1, rfmLevel: level, rfmSegment: segment}
  RETURN head(collect({segment: segment, because: 'R' + (r + 1) + ' F' + (f + 1) + ' M' + (m + 1)})) AS found
}
WITH customer, before, found, customer.rfmOrders IS NULL AS gone
CALL (customer, gone) {
  WITH customer WHERE gone
  // each property run=rfm: REMOVE <<customer.{property}>>
  REMOVE customer.recency, customer.frequency, customer.monetary, customer.rfmDays, customer.rfmOrders,
    customer.rfmSpendMinor, customer.rfmLevel, customer.rfmSegment, customer.rfmCurrency, customer.rfmScoredAt
  // each end
}
CALL (customer, found, before, gone) {
  WITH customer, found, gone WHERE before IS NOT NULL AND (gone OR found.segment <> before)
  MATCH (customer)-[left:IN_SEGMENT]->(old:Segment {kind: 'RFM'})
  WHERE gone OR old.id <> found.segment
  FOREACH (_ IN CASE WHEN left.since < $moment THEN [1] ELSE [] END |
    CREATE (customer)-[:WAS_IN_SEGMENT {since: left.since, until: $moment, because: left.because,
      left: CASE WHEN gone THEN 'NO_PURCHASE' ELSE 'REGRADED' END}]->(old))
  DELETE left
}
CALL (customer, found, before) {
  WITH customer, found WHERE before IS NULL OR found.segment <> before
  MATCH (new:Segment {id: found.segment})
  WHERE NOT EXISTS { (customer)-[:IN_SEGMENT]->(new) }
  CREATE (customer)-[:IN_SEGMENT {since: $moment, because: found.because}]->(new)
  RETURN count(new) AS come
}
RETURN count(found) AS scored, sum(come) AS moved, count(CASE WHEN gone AND before IS NOT NULL THEN 1 END) AS cleaned;
