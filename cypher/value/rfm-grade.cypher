// Grades every profiled customer who bought in the window, and moves them to their segment where that changed.
// Repeating it changes nothing but the time of scoring.
// mode   write
// param  since        datetime
// param  asOf         datetime
// param  at           datetime       when this run began
// param  currency     string
// param  recencyCuts  list<integer>  fifths, from value/rfm-cuts
// param  orderCuts    list<integer>
// param  spendCuts    list<integer>
// param  segments     list<string>   segment of every combination of grades, at 25 (R - 1) + 5 (F - 1) + M - 1
// param  levels       list<integer>  level of every combination
// row    scored       integer
// row    moved        integer        customers whose segment is new to them
// needs  auto-commit
// needs  constraint segment_id
// try    :params {since: datetime('2025-01-01'), asOf: datetime('2026-01-01'), at: datetime(), currency: 'CNY', recencyCuts: [], orderCuts: [], spendCuts: [], segments: [], levels: []}
MATCH (customer:Profiled)
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at >= $since AND order.at < $asOf AND order.refundedAt IS NULL AND order.currency = $currency
  WITH customer,
       duration.inDays(max(order.at), $asOf).days AS days,
       count(order) AS orders,
       sum(order.amountMinor) AS spend
  WITH customer, days, orders, spend,
       4 - size([cut IN $recencyCuts WHERE 5 * days > cut]) AS recency,
       size([cut IN $orderCuts WHERE 5 * orders > cut]) AS frequency,
       size([cut IN $spendCuts WHERE 5 * spend > cut]) AS monetary
  WITH *, 25 * recency + 5 * frequency + monetary AS grades
  SET customer.recency = recency + 1,
      customer.frequency = frequency + 1,
      customer.monetary = monetary + 1,
      customer.rfmDays = days,
      customer.rfmOrders = orders,
      customer.rfmSpendMinor = spend,
      customer.rfmLevel = $levels[grades],
      customer.rfmSegment = $segments[grades],
      customer.rfmScoredAt = $at
  WITH customer, 'R' + (recency + 1) + ' F' + (frequency + 1) + ' M' + (monetary + 1) AS because
  OPTIONAL MATCH (customer)-[left:IN_SEGMENT]->(old:Segment {kind: 'RFM'})
  WHERE old.id <> customer.rfmSegment
  DELETE left
  WITH DISTINCT customer, because
  MATCH (segment:Segment {id: customer.rfmSegment})
  WITH customer, because, segment, EXISTS { (customer)-[:IN_SEGMENT]->(segment) } AS stays
  MERGE (customer)-[member:IN_SEGMENT]->(segment)
    ON CREATE SET member.since = $at, member.because = because
  RETURN 1 AS one, CASE WHEN stays THEN 0 ELSE 1 END AS new
} IN TRANSACTIONS OF 2000 ROWS
RETURN sum(one) AS scored, sum(new) AS moved;
