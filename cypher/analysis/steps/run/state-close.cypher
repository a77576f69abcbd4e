// Notes that a run ended. What changed before it began is in its scores; what changed meanwhile still counts.
// mode   write
// param  run     string
// param  number  integer?   of the run; none when it failed
// param  communityNumber  integer  given to no community yet
// param  now     datetime
// row    closed  integer
// needs  constraint analysis_state_id
// try    :param run => 'try';
// try    :param number => null;
// try    :param communityNumber => 1;
// try    :param now => datetime();
MATCH (state:AnalysisState {id: 'analysis'})
SET state.running = false
WITH state
OPTIONAL MATCH (run:AnalysisRun {id: $run})
FOREACH (done IN CASE WHEN $number IS NULL THEN [] ELSE [state] END |
  SET done.runs = $number, done.run = $run, done.finishedAt = $now, done.communityNumber = $communityNumber,
    done.changedTies = done.changedTies - done.tiesAtStart, done.changedConsents = done.changedConsents - done.consentsAtStart,
    run.number = $number)
RETURN count(state) AS closed;
