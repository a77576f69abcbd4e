// How the influence of one customer went over the runs, newest first. A run without a point changed nothing: the point before holds.
// mode   read
// param  customer     customer
// param  limit        integer = 24
// row    run          string?       id of the run; none when its record is gone
// row    at           datetime?
// row    influence    float         0..100
// row    change       float?        against the point before
// row    degree       integer       people known
// row    communityId  string?       none for one that is gone
// row    community    string?       as it is called now
// row    more         integer?      people known against the point before, negative for fewer
// row    moved        boolean       changed community
// needs  run analysis
// api    influenceTrend
// titleZh 一位客户的影响力在历次运行中的变化，新的在前；没有记录的运行表示未变。
// for    analyst marketer admin
// try    :param customer => 'C0000001';
// try    :param limit => 24;
MATCH (person:Customer:Profiled {id: $customer})
WITH coalesce(person.history, []) AS past
UNWIND range(0, size(past) / 4 - 1) AS at
WITH past[4 * at] AS number, past[4 * at + 1] / 100.0 AS influence, past[4 * at + 2] AS degree, past[4 * at + 3] AS group,
  CASE WHEN at > 0 THEN round((past[4 * at + 1] - past[4 * at - 3]) / 100.0, 2) END AS change,
  CASE WHEN at > 0 THEN past[4 * at + 2] - past[4 * at - 2] END AS more,
  at > 0 AND past[4 * at + 3] <> past[4 * at - 1] AS moved
ORDER BY number DESC
LIMIT $limit
OPTIONAL MATCH (run:AnalysisRun {number: number})
OPTIONAL MATCH (community:Community {number: group})
RETURN run.id AS run, run.finishedAt AS at, influence, change, degree, community.id AS communityId,
  community.name AS community, more, moved
ORDER BY number DESC;
