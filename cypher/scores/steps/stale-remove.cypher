// Removes what a run left on customers, properties and edges, if that run is past its time. What it left is named by the registry of scores.
// mode   write
// param  run      string        of src/scores/runs.ts
// param  gone     map           every property that it leaves, as null
// param  edges    list<record>  that it leaves
// .      type     string
// .      kind     string?       of the node at the other end; null for any
// param  before   datetime
// param  batch    integer = 2000
// row    cleared  integer       customers
// needs  auto-commit
// needs  constraint score_run_id
// try    :param run => 'rfm';
// try    :param gone => ({rfmSegment: null});
// try    :param edges => [{type: 'IN_SEGMENT', kind: 'RFM'}];
// try    :param before => datetime('2000-01-01');
// try    :param batch => 2000;
MATCH (last:ScoreRun {id: $run})
WHERE last.finishedAt < $before
CALL () {
  // each run: <<MATCH (n:Profiled) WHERE $run = '{run}' AND n.{mark} IS NOT NULL RETURN n AS customer>> by ' UNION ALL '
  MATCH (n:Profiled) WHERE $run = 'analysis' AND n.influence IS NOT NULL RETURN n AS customer UNION ALL
    MATCH (n:Profiled) WHERE $run = 'rfm' AND n.rfmSegment IS NOT NULL RETURN n AS customer UNION ALL
    MATCH (n:Profiled) WHERE $run = 'clv' AND n.clvMinor IS NOT NULL RETURN n AS customer UNION ALL
    MATCH (n:Profiled) WHERE $run = 'lifecycle' AND n.lifecycle IS NOT NULL RETURN n AS customer UNION ALL
    MATCH (n:Profiled) WHERE $run = 'churn' AND n.churnProbability IS NOT NULL RETURN n AS customer UNION ALL
    MATCH (n:Profiled) WHERE $run = 'tiers' AND n.loyaltyTier IS NOT NULL RETURN n AS customer UNION ALL
    MATCH (n:Profiled) WHERE $run = 'clusters' AND n.cluster IS NOT NULL RETURN n AS customer UNION ALL
    MATCH (n:Profiled) WHERE $run = 'fraud' AND n.fraudScore IS NOT NULL RETURN n AS customer
  // each end
}
CALL (customer) {
  // each edge: OPTIONAL MATCH (customer)-[edge:<<{edge}>>]-(end) by '|'
  OPTIONAL MATCH (customer)-[edge:MEMBER_OF|ALSO_IN|RANKED|IN_SEGMENT|WAS_IN_SEGMENT|SCORED_BY|WARNED|INCLINED_TO|
    TRIED]-(end)
  // each end
  WHERE any(left IN $edges WHERE left.type = type(edge) AND (left.kind IS NULL OR left.kind = end.kind))
  DELETE edge
  WITH DISTINCT customer
  SET customer:Changed, customer += $gone
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS cleared;
