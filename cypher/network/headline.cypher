// The network in figures.
// mode  read
// row   customers     integer
// row   profiled      integer    those who consent to profiling
// row   ties          integer    pairs who know each other
// row   communities   integer
// row   orders        integer
// row   lastRun       string?    id of the last analysis run that was done
// row   lastRunAt     datetime?  when it ended
// row   modularity    float?     how much closer its communities are than chance
// api   headline
// titleZh 关系网络概览数字。
// for   analyst marketer admin service privacy-officer
CALL () {
  OPTIONAL MATCH (run:AnalysisRun {status: 'DONE'})
  WHERE run.asOf IS NULL
  RETURN run
  ORDER BY run.startedAt DESC
  LIMIT 1
}
RETURN COUNT { (:Customer) } AS customers, COUNT { (:Profiled) } AS profiled, COUNT { ()-[:KNOWS]->() } AS ties,
  COUNT { (:Community) } AS communities, COUNT { (:Order) } AS orders, run.id AS lastRun, run.finishedAt AS lastRunAt,
  run.modularity AS modularity;
