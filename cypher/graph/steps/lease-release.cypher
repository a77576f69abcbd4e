// Gives a job back, if it is still ours.
// mode  write
// param id        string
// param holder    string
// row   released  integer
// needs constraint job_id
// try   :param id => 'analyze';
// try   :param holder => 'me';
OPTIONAL MATCH (job:Job {id: $id, holder: $holder})
SET job.until = NULL, job.holder = NULL, job.note = NULL
RETURN count(job) AS released;
