// Who had most reach at a past date, as a run as of that date found, beside where they are today.
// mode   read
// param  run         string? = null  id of such a run; none takes the last
// param  limit       integer = 20
// row    customerId  customer        unique
// row    rank        integer
// row    pageRank    float
// row    degree      integer         people known then
// row    community   integer         number of the community in that run alone
// row    asOf        datetime
// row    run         string
// row    influence   float?          today, 0..100
// row    degreeToday integer         people known today
// needs  run analysis
// api    asOfLeaders
// titleZh 过去某日影响最广的客户（按当日回溯运行），与今天的位置对照。
// for    analyst marketer admin
// try    :param run => null;
// try    :param limit => 20;
MATCH (run:AnalysisRun)
WHERE run.asOf IS NOT NULL AND ($run IS NULL OR run.id = $run)
WITH run
ORDER BY run.startedAt DESC
LIMIT 1
MATCH (run)-[ranked:RANKED]->(customer:Profiled)
RETURN customer.id AS customerId, ranked.rank AS rank, ranked.pageRank AS pageRank, ranked.degree AS degree,
  ranked.community AS community, run.asOf AS asOf, run.id AS run, customer.influence AS influence,
  toInteger(coalesce(customer.degree, 0)) AS degreeToday
ORDER BY rank
LIMIT $limit;
