// Which of some are still at the step that was read, and due.
// mode   read
// param  rows  list<record>
// .      id    string
// .      step  string
// param  now   datetime
// row    id    string        unique
// needs  constraint journey_run_id
// try    :param rows => [{id: 'j|C0000001|O0000001-001', step: 's'}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (run:JourneyRun {id: row.id})
WHERE run.step = row.step AND run.dueAt <= $now
RETURN run.id AS id
ORDER BY id;
