// Opens the record of an analysis run. Whatever an interrupted run left open is closed as failed.
// mode   write
// param  id          string
// param  parameters  string    the settings, as JSON
// row    interrupted integer   runs that never ended
// needs  constraint analysis_run_id
// try    :param id => 'try';
// try    :param parameters => '{}';
OPTIONAL MATCH (left:AnalysisRun {status: 'RUNNING'})
SET left.status = 'FAILED', left.problem = 'interrupted', left.finishedAt = datetime()
WITH count(left) AS interrupted
CREATE (:AnalysisRun {id: $id, parameters: $parameters, startedAt: datetime(), status: 'RUNNING'})
RETURN interrupted;
