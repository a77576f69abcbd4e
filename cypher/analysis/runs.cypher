// Analysis runs, newest first.
// mode   read
// param  limit         integer = 10
// row    id            string     unique
// row    status        string     RUNNING, DONE or FAILED
// row    startedAt     datetime
// row    finishedAt    datetime?
// row    nodes         integer?
// row    ties          integer?
// row    communities   integer?
// row    modularity    float?
// row    betweennessError  float?  half width of the 95 % interval; 0 when exact
// row    problem       string?
// row    notes         list<string>?  what was left out or estimated, and why
// row    parameters    string     JSON
// row    versions      string?    JSON
// row    durations     string?    JSON, step to ms
// api    analysisHistory
// titleZh 历次分析运行，新的在前。
// for    analyst admin
// try    :param limit => 10;
MATCH (run:AnalysisRun)
WHERE run.startedAt IS NOT NULL
WITH run
ORDER BY run.startedAt DESC
LIMIT $limit
RETURN run.id AS id, run.status AS status, run.startedAt AS startedAt, run.finishedAt AS finishedAt, run.nodes AS nodes,
  run.ties AS ties, run.communities AS communities, run.modularity AS modularity, run.betweennessError AS betweennessError,
  run.problem AS problem, run.notes AS notes, run.parameters AS parameters, run.versions AS versions, run.durations AS durations
ORDER BY startedAt DESC, id;
