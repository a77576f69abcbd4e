// How many people are at each step of a journey now, and how many went through it, by version.
// mode   read
// param  journeyId  string
// row    version    integer
// row    step       string
// row    waiting    integer  people at it now
// row    passed     integer  times it was done
// needs  index journey_run_journey
// try    :param journeyId => 'j';
CALL () {
  MATCH (run:JourneyRun)
  WHERE run.journey = $journeyId AND run.state = 'RUNNING'
  RETURN run.version AS version, run.step AS step, count(*) AS waiting, 0 AS passed
  UNION ALL
  MATCH (run:JourneyRun)
  WHERE run.journey = $journeyId AND run.state IS NOT NULL
  UNWIND run.passed AS step
  RETURN run.version AS version, step, 0 AS waiting, count(*) AS passed
}
RETURN version, step, sum(waiting) AS waiting, sum(passed) AS passed
ORDER BY version DESC, step;
