// Notes what came of a job.
// mode   write
// param  id       string
// param  now      datetime
// param  outcome  string   DONE or FAILED
// param  problem  string?  kind of the error
// param  counts   string?  what it did, as JSON
// row    ended    integer
// needs  constraint job_id
// try    :param id => 'job:retention';
// try    :param now => datetime('2026-01-01');
// try    :param outcome => 'DONE';
// try    :param problem => null;
// try    :param counts => '{}';
MATCH (job:Job {id: $id})
SET job.endedAt = $now, job.outcome = $outcome, job.problem = $problem, job.counts = $counts, job.attempts = 0
RETURN count(job) AS ended;
