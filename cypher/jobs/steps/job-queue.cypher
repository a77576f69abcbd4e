// Asks for a run of a job: the next server that looks runs it.
// mode   write
// param  id      string
// param  now     datetime
// row    queued  datetime
// needs  constraint job_id
// try    :param id => 'job:retention';
// try    :param now => datetime('2026-01-01');
MERGE (job:Job {id: $id})
SET job.queuedAt = $now
RETURN job.queuedAt AS queued;
