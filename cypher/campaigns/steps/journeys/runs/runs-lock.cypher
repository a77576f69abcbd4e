// Takes the lock of who is in journeys, in the order of ids.
// mode   write
// param  ids     list<string>
// row    locked  integer
// needs  constraint journey_run_id
// try    :param ids => ['j|C0000001|O0000001-001'];
UNWIND $ids AS id
MATCH (run:JourneyRun {id: id})
WITH run
ORDER BY run.id
SET run.asked = null // locks it
RETURN count(run) AS locked;
