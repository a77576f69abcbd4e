// Lets people go on for whom what they wait for has happened.
// mode   write
// param  ids    list<string>
// param  now    datetime
// row    woken  integer
// needs  constraint journey_run_id
// try    :param ids => ['j|C0000001|O0000001-001'];
// try    :param now => datetime();
UNWIND $ids AS id
MATCH (run:JourneyRun {id: id})
WITH run
ORDER BY run.id
SET run.asked = null // locks it
WITH run
WHERE run.awaits IS NOT NULL AND run.dueAt > $now
SET run.dueAt = $now
RETURN count(run) AS woken;
