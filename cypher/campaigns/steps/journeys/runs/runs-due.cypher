// People in running journeys whose next step is due, the longest due first.
// mode   read
// param  now         datetime
// param  limit       integer
// row    id          string    unique
// row    customerId  string
// row    versionId   string
// row    step        string
// row    since       datetime  when they came to the step
// needs  index journey_run_due
// try    :param now => datetime();
// try    :param limit => 20;
MATCH (run:JourneyRun)
WHERE run.dueAt <= $now
MATCH (journey:Journey)-[:HAS_VERSION]->(version:JourneyVersion)<-[:OF_VERSION]-(run)<-[:IN_JOURNEY]-(customer:Customer)
WHERE journey.status = 'RUNNING'
WITH run, version, customer
ORDER BY run.dueAt, run.id
LIMIT $limit
RETURN run.id AS id, customer.id AS customerId, version.id AS versionId, run.step AS step, run.since AS since;
