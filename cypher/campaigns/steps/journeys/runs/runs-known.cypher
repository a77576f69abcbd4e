// Which of some are there already.
// mode   read
// param  ids  list<string>
// row    id   string        unique
// needs  constraint journey_run_id
// try    :param ids => ['j|C0000001|O0000001-001'];
UNWIND $ids AS id
MATCH (run:JourneyRun {id: id})
RETURN DISTINCT run.id AS id;
