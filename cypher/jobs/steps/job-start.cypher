// Notes that a job begins, unless another server began it since its state was read.
// mode   write
// param  id       string
// param  before   datetime?  the start that was read
// param  now      datetime
// row    started  boolean
// needs  constraint job_id
// try    :param id => 'job:retention';
// try    :param before => null;
// try    :param now => datetime('2026-01-01');
MERGE (job:Job {id: $id})
SET job.asked = datetime() // locks it: what is compared below is what the last writer committed
WITH job, coalesce(job.startedAt = $before, job.startedAt IS NULL AND $before IS NULL) AS started
FOREACH (_ IN CASE WHEN started THEN [1] ELSE [] END |
  SET job.startedAt = $now, job.attempts = coalesce(job.attempts, 0) + 1)
RETURN started;
