// Customers with scores of each run, and how many of them have scores that are past their time.
// mode   read
// param  before  datetime?  null keeps all
// row    run     string     unique
// row    total   integer
// row    due     integer
// needs  constraint score_run_id
// try    :param before => datetime('2000-01-01');
CALL () {
  // each run: <<RETURN '{run}' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.{mark} IS NOT NULL } AS total>> by ' UNION ALL '
  RETURN 'analysis' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.influence IS NOT NULL } AS total UNION ALL
    RETURN 'rfm' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.rfmSegment IS NOT NULL } AS total UNION ALL
    RETURN 'clv' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.clvMinor IS NOT NULL } AS total UNION ALL
    RETURN 'lifecycle' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.lifecycle IS NOT NULL } AS total UNION ALL
    RETURN 'churn' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.churnProbability IS NOT NULL } AS total UNION ALL
    RETURN 'tiers' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.loyaltyTier IS NOT NULL } AS total UNION ALL
    RETURN 'clusters' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.cluster IS NOT NULL } AS total UNION ALL
    RETURN 'fraud' AS run, COUNT { MATCH (scored:Profiled) WHERE scored.fraudScore IS NOT NULL } AS total
  // each end
}
RETURN run, total, CASE WHEN EXISTS { MATCH (last:ScoreRun {id: run}) WHERE last.finishedAt < $before } THEN total ELSE 0 END AS due
ORDER BY run;
