// Closes the record of an analysis run.
// mode   write
// param  id           string
// param  status       string    DONE or FAILED
// param  problem      string?   why it failed
// param  nodes        integer?
// param  ties         integer?
// param  communities  integer?  those of two or more
// param  components   integer?
// param  triangles    integer?
// param  modularity   float?
// param  betweennessError  float?  half width of the 95 % interval of one customer's betweenness; 0 when exact
// param  cuts         string?   JSON, what the roles were told apart by
// param  notes        list<string>? what was left out or estimated, and why
// param  versions     string    JSON
// param  durations    string    JSON, step to ms
// row    closed       integer
// try    :param id => 'try';
// try    :param status => 'DONE';
// try    :param problem => null;
// try    :param nodes => null;
// try    :param ties => null;
// try    :param communities => null;
// try    :param components => null;
// try    :param triangles => null;
// try    :param modularity => null;
// try    :param betweennessError => null;
// try    :param cuts => null;
// try    :param notes => null;
// try    :param versions => '{}';
// try    :param durations => '{}';
OPTIONAL MATCH (run:AnalysisRun {id: $id})
SET run.finishedAt = datetime(), run.status = $status, run.problem = $problem, run.nodes = $nodes, run.ties = $ties,
  run.communities = $communities, run.components = $components, run.triangles = $triangles, run.modularity = $modularity,
  run.betweennessError = $betweennessError, run.cuts = $cuts, run.notes = $notes,
  run.versions = $versions, run.durations = $durations
RETURN count(run) AS closed;
