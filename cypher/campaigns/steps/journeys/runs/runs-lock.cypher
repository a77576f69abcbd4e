// Takes the lock of who is in journeys, in the order of ids, and says which are still at the step that was read, and due.
// mode   write
// param  rows   list<record>
// .      id     string
// .      step   string
// param  now    datetime
// row    still  list<string>  ids
// needs  constraint journey_run_id
// try    :param rows => [{id: 'j|C0000001|O0000001-001', step: 's'}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (run:JourneyRun {id: row.id})
WITH run, row
ORDER BY run.id
SET run.asked = null // locks it
WITH run, row
RETURN collect(CASE WHEN run.step = row.step AND run.dueAt <= $now THEN run.id END) AS still;
