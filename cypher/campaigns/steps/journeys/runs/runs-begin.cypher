// Begins a version of a journey for customers, at most one occurrence of each; the contact rule decided on them under lock in the same
// transaction. An occurrence that began one before begins none again, nor one at which the customer was in it, or too soon after the last.
// mode   write
// param  rows         list<record>
// .      id           string     journey|customer|occurrence
// .      customerId   string
// .      at           datetime   when it happened
// .      notSince     datetime?  an occurrence after that bars this one
// param  journeyId    string
// param  versionId    string     journey@number
// param  once         boolean
// param  always       boolean
// param  step         string     the first one
// param  awaits       string?    what it waits for
// param  awaitedType  string?
// param  dueAt        datetime
// param  now          datetime
// row    began        integer
// needs  constraint journey_run_id
// needs  constraint customer_id
// try    :param rows => [{id: 'j|C0000001|O0000001-001', customerId: 'C0000001', at: datetime(), notSince: null}];
// try    :param journeyId => 'j';
// try    :param versionId => 'j@1';
// try    :param once => false;
// try    :param always => false;
// try    :param step => 's';
// try    :param awaits => null;
// try    :param awaitedType => null;
// try    :param dueAt => datetime();
// try    :param now => datetime();
MATCH (version:JourneyVersion {id: $versionId})
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
WHERE NOT EXISTS { MATCH (known:JourneyRun) WHERE known.id = row.id }
  AND ($always OR NOT EXISTS {
    MATCH (customer)-[:IN_JOURNEY]->(other:JourneyRun)
    WHERE other.journey = $journeyId
      AND ($once OR other.endedAt IS NULL OR other.endedAt > row.at OR coalesce(other.occurredAt > row.notSince, false))
  })
MERGE (run:JourneyRun {id: row.id})
  ON CREATE SET run.journey = $journeyId, run.version = version.number, run.state = 'RUNNING', run.step = $step, run.since = $now,
    run.dueAt = $dueAt, run.awaits = $awaits, run.awaitedType = $awaitedType, run.startedAt = $now, run.occurredAt = row.at,
    run.passed = [], run.outcomes = [], run.times = []
MERGE (customer)-[:IN_JOURNEY]->(run)
MERGE (run)-[:OF_VERSION]->(version)
RETURN count(run) AS began;
