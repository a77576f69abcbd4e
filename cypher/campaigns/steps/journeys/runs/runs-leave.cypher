// Ends a journey for everybody who is in it, since it was archived.
// mode   write
// param  journeyId  string
// param  now        datetime
// row    left       integer
// needs  auto-commit
// needs  index journey_run_journey
// try    :param journeyId => 'none';
// try    :param now => datetime();
MATCH (run:JourneyRun)
WHERE run.journey = $journeyId AND run.state = 'RUNNING'
CALL (run) {
  SET run.state = 'LEFT', run.reason = 'ARCHIVED', run.endedAt = $now, run.dueAt = null, run.awaits = null
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(run) AS left;
