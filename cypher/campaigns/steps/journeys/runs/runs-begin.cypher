// Begins journeys for customers, at most one occurrence of each in a journey; the contact rule decided on them under lock in the same
// transaction. An occurrence that began one before begins none again, nor one at which the customer was in it, or too soon after the last.
// mode   write
// param  rows         list<record>
// .      id           string     journey|customer|occurrence
// .      customerId   string
// .      journeyId    string
// .      versionId    string     journey@number
// .      at           datetime   when it happened
// .      notSince     datetime?  an occurrence after that bars this one
// .      once         boolean
// .      always       boolean
// .      step         string     the first one
// .      awaits       string?    what it waits for
// .      awaitedType  string?
// .      dueAt        datetime
// param  now          datetime
// row    began        integer
// needs  constraint journey_run_id
// needs  constraint customer_id
// try    :param rows => [{id: 'j|C0000001|O0000001-001', customerId: 'C0000001', journeyId: 'j', versionId: 'j@1', at: datetime(), once: false, always: false, step: 's', dueAt: datetime()}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (version:JourneyVersion {id: row.versionId})
MATCH (customer:Customer {id: row.customerId})
WHERE NOT EXISTS { MATCH (known:JourneyRun) WHERE known.id = row.id }
  AND (row.always OR NOT EXISTS {
    MATCH (customer)-[:IN_JOURNEY]->(other:JourneyRun)
    WHERE other.journey = row.journeyId
      AND (row.once OR other.endedAt IS NULL OR other.endedAt > row.at OR coalesce(other.occurredAt > row.notSince, false))
  })
MERGE (run:JourneyRun {id: row.id})
  ON CREATE SET run.journey = row.journeyId, run.version = version.number, run.state = 'RUNNING', run.step = row.step, run.since = $now,
    run.dueAt = row.dueAt, run.awaits = row.awaits, run.awaitedType = row.awaitedType, run.startedAt = $now, run.occurredAt = row.at,
    run.passed = [], run.outcomes = [], run.times = []
MERGE (customer)-[:IN_JOURNEY]->(run)
MERGE (run)-[:OF_VERSION]->(version)
RETURN count(run) AS began;
