// When each of these jobs last ran and what came of it, with its lease.
// mode   read
// param  ids        list<string>
// row    id         string     unique
// row    queuedAt   datetime?  somebody asked for a run then
// row    startedAt  datetime?
// row    endedAt    datetime?  null or before the start while it runs, or where its server ended first
// row    outcome    string?    DONE or FAILED, of the last run that ended
// row    problem    string?    kind of the error
// row    counts     string?    what it did, as JSON
// row    attempts   integer    starts since a run last ended
// row    held       boolean    a server has its lease
// needs  constraint job_id
// try    :param ids => ['job:retention'];
UNWIND $ids AS id
OPTIONAL MATCH (job:Job {id: id})
RETURN id, job.queuedAt AS queuedAt, job.startedAt AS startedAt, job.endedAt AS endedAt, job.outcome AS outcome, job.problem AS problem,
  job.counts AS counts, coalesce(job.attempts, 0) AS attempts, coalesce(job.until > datetime(), false) AS held;
