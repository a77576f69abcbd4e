// Grades every profiled customer who bought in the window, and moves them to their segment where that changed.
// Repeating it changes nothing but the time of scoring.
// mode   write
// param  since        datetime
// param  asOf         datetime
// param  at           datetime       when this run began
// param  currency     string
// param  recencyCuts  list<integer>  fifths, from value/steps/rfm-cuts
// param  orderCuts    list<integer>
// param  spendCuts    list<integer>
// param  segments     list<string>   segment of every combination of grades, at 25 (R - 1) + 5 (F - 1) + M - 1
// param  levels       list<integer>  level of every combination
// row    scored       integer
// row    moved        integer        customers whose segment is new to them
// needs  auto-commit
// needs  constraint segment_id
// try    :params {since: datetime('2025-01-01'), asOf: datetime('2026-01-01'), at: datetime(), currency: 'CNY', recencyCuts: [], orderCuts: [], spendCuts: [], segments: [], levels: []}
MATCH (customer:Profiled)-[:PLACED]->(order:Order)
WHERE order.at >= $since AND order.at < $asOf AND order.refundedAt IS NULL AND order.currency = $currency
WITH customer,
     duration.inDays(max(order.at), $asOf).days AS days,
     count(order) AS orders,
     sum(order.amountMinor) AS spend
CALL (customer, days, orders, spend) {
  WITH customer, days, orders, spend,
       4 - size([cut IN $recencyCuts WHERE 5 * days > cut]) AS recency,
       size([cut IN $orderCuts WHERE 5 * orders > cut]) AS frequency,
       size([cut IN $spendCuts WHERE 5 * spend > cut]) AS monetary
  WITH *, 25 * recency + 5 * frequency + monetary AS grades
  SET customer += {
    recency: recency + 1, frequency: frequency + 1, monetary: monetary + 1,
    rfmDays: days, rfmOrders: orders, rfmSpendMinor: spend,
    rfmLevel: $levels[grades], rfmSegment: $segments[grades], rfmScoredAt: $at
  }
  WITH customer, 'R' + (recency + 1) + ' F' + (frequency + 1) + ' M' + (monetary + 1) AS because,
       EXISTS { (customer)-[:IN_SEGMENT]->(:Segment {id: $segments[grades]}) } AS stays
  CALL (customer, because, stays) {
    WITH customer, because, stays
    WHERE NOT stays
    OPTIONAL MATCH (customer)-[left:IN_SEGMENT]->(:Segment {kind: 'RFM'})
    DELETE left
    WITH DISTINCT customer, because
    MATCH (segment:Segment {id: customer.rfmSegment})
    CREATE (customer)-[:IN_SEGMENT {since: $at, because: because}]->(segment)
    RETURN count(*) AS new
  }
  RETURN 1 AS one, new
} IN TRANSACTIONS OF 5000 ROWS
RETURN coalesce(sum(one), 0) AS scored, coalesce(sum(new), 0) AS moved;
