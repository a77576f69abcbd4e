// How old the scores are: the last run, what changed since, and whether they are stale.
// mode   read
// param  hours            integer = 48  older than this is stale
// row    runId            string?       last run that ended well
// row    startedAt        datetime?     when the last run began, however it ended
// row    finishedAt       datetime?
// row    running          boolean
// row    changedTies      integer       pairs whose ties changed since that run began
// row    changedConsents  integer       customers who came to or left profiling since
// row    stale            boolean
// api    analysisState
// titleZh 评分有多旧：最近一次运行、此后的变化，以及是否过时。
// for    analyst marketer admin service
// scope  none
// try    :param hours => 48;
OPTIONAL MATCH (state:AnalysisState {id: 'analysis'})
WITH state.run AS runId, state.startedAt AS startedAt, state.finishedAt AS finishedAt, coalesce(state.running, false) AS running,
  coalesce(state.changedTies, 0) AS changedTies, coalesce(state.changedConsents, 0) AS changedConsents
WITH *, finishedAt < datetime() - duration({hours: $hours}) AS old
RETURN runId, startedAt, finishedAt, running, changedTies, changedConsents,
  runId IS NULL OR old OR changedTies + changedConsents > 0 AS stale;
