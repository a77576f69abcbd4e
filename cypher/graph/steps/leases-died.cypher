// Leases that ran out without being given back: whoever held them died.
// mode  read
// param prefix  string     what their ids begin with
// row   id      string     unique
// row   holder  string
// row   note    string?    what it takes to go on with the work
// needs constraint job_id
// try   :param prefix => 'launch:';
MATCH (job:Job)
WHERE job.id STARTS WITH $prefix AND job.holder IS NOT NULL AND job.until <= datetime()
RETURN job.id AS id, job.holder AS holder, job.note AS note
ORDER BY id;
