// Notes what came of a job.
// mode   write
// param  id       string
// param  now      datetime
// param  outcome  string   DONE or FAILED
// param  problem  string?  kind of the error
// param  counts   string?  what it did, as JSON
// row    ended    integer
// needs  constraint job_id
// try    :params {id: 'job:retention', now: datetime('2026-01-01'), outcome: 'DONE', problem: null, counts: '{}'}
MATCH (job:Job {id: $id})
SET job.endedAt = $now, job.outcome = $outcome, job.problem = $problem, job.counts = $counts, job.attempts = 0
RETURN count(job) AS ended;
