// Which of some are there already.
// mode   read
// param  ids  list<string>
// row    id   string        unique
// needs  constraint journey_run_id
// try    :params {ids: ['j|c1|o']}
UNWIND $ids AS id
MATCH (run:JourneyRun {id: id})
RETURN DISTINCT run.id AS id;
