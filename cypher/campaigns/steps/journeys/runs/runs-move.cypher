// Notes what came of a step of people and where they are now. The caller holds their lock and wrote what the step
// does, such as its message run|step, in the same transaction.
// mode   write
// param  rows         list<record>
// .      id           string
// .      done         string     the step that was done
// .      outcome      string
// .      state        string     RUNNING, DONE or LEFT
// .      step         string?    where they are now
// .      dueAt        datetime?
// .      awaits       string?
// .      awaitedType  string?
// .      reason       string?    of the contact rule, of who left
// param  now          datetime
// row    moved        integer
// needs  constraint journey_run_id
// needs  constraint touch_id
// try    :param rows => [{id: 'j|C0000001|O0000001-001', done: 's', outcome: 'WAITED', state: 'DONE'}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (run:JourneyRun {id: row.id})
SET run.passed = run.passed + row.done, run.outcomes = run.outcomes + row.outcome, run.times = run.times + $now,
    run.state = row.state, run.step = coalesce(row.step, run.step), run.since = $now, run.dueAt = row.dueAt,
    run.awaits = row.awaits, run.awaitedType = row.awaitedType, run.reason = row.reason,
    run.endedAt = CASE row.state WHEN 'RUNNING' THEN null ELSE $now END
WITH run, row
OPTIONAL MATCH (touch:Touch {id: CASE row.outcome WHEN 'SENT' THEN row.id + '|' + row.done END})
FOREACH (sent IN CASE WHEN touch IS NULL THEN [] ELSE [touch] END | MERGE (run)-[:SENT]->(sent))
RETURN count(run) AS moved;
