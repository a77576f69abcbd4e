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
// for   analyst marketer admin service privacy-officer
// try   :params {}
MATCH (customer:Customer)
WITH count(customer) AS customers
OPTIONAL MATCH (profiled:Profiled)
WITH customers, count(profiled) AS profiled
OPTIONAL MATCH ()-[tie:KNOWS]->()
WITH customers, profiled, count(tie) AS ties
OPTIONAL MATCH (community:Community)
WITH customers, profiled, ties, count(community) AS communities
OPTIONAL MATCH (placed:Order)
WITH customers, profiled, ties, communities, count(placed) AS orders
CALL () {
  OPTIONAL MATCH (run:AnalysisRun {status: 'DONE'})
  RETURN run
  ORDER BY run.startedAt DESC
  LIMIT 1
}
RETURN customers, profiled, ties, communities, orders, run.id AS lastRun, run.finishedAt AS lastRunAt, run.modularity AS modularity;
