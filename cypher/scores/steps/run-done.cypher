// Notes that a run of scores ended well: what it left on customers is of that time.
// mode   write
// param  run    string    of src/scores/runs.ts
// param  now    datetime
// row    noted  integer
// needs  constraint score_run_id
// try    :param run => 'rfm';
// try    :param now => datetime();
MERGE (run:ScoreRun {id: $run})
SET run.finishedAt = $now
RETURN count(run) AS noted;
