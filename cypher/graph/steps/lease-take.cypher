// One holder at a time for a job, over all servers: taken when free, run out, or already ours.
// mode  write
// param id       string
// param holder   string
// param seconds  integer     how long without renewal until another may take it
// param note     string? = null   what whoever goes on with the work must know, should the holder die
// row   taken    boolean
// row   heldBy   string      whoever holds it now
// row   until    datetime    the database's clock, so that servers need not agree on theirs
// needs constraint job_id
// try   :param id => 'analyze';
// try   :param holder => 'me';
// try   :param seconds => 60;
// try   :param note => null;
MERGE (job:Job {id: $id})
SET job.asked = null // locks it
WITH job, (job.until IS NULL OR job.until <= datetime() OR job.holder = $holder) AS free
SET job.holder = CASE WHEN free THEN $holder ELSE job.holder END,
    job.note = CASE WHEN free THEN $note ELSE job.note END,
    job.until = CASE WHEN free THEN datetime() + duration({seconds: $seconds}) ELSE job.until END
RETURN free AS taken, job.holder AS heldBy, job.until AS until;
