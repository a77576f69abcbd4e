// Journeys that customers are or were in: where they are, and what came of each step; the latest first.
// mode   read
// param  customerId   customer?       null: those of `ids`
// param  ids          list<string>
// param  limit        integer = 100
// row    id           string          unique
// row    customerId   customer
// row    journeyId    string
// row    name         string
// row    nameZh       string
// row    trigger      string
// row    version      integer
// row    definition   string          of the version, JSON
// row    state        string          RUNNING, DONE or LEFT
// row    paused       boolean
// row    step         string          where they are, or were last
// row    dueAt        datetime?       when they go on
// row    awaits       string?
// row    occurredAt   datetime        when it happened that began it
// row    startedAt    datetime
// row    endedAt      datetime?
// row    reason       string?         why they left
// row    passed       list<string>    steps that were done
// row    outcomes     list<string>    what came of them
// row    times        list<datetime>
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
// try    :param ids => [];
// try    :param limit => 20;
CALL () {
  MATCH (customer:Customer {id: $customerId})-[:IN_JOURNEY]->(run:JourneyRun)
  RETURN customer, run
  UNION
  UNWIND $ids AS id
  MATCH (customer:Customer)-[:IN_JOURNEY]->(run:JourneyRun {id: id})
  RETURN customer, run
}
MATCH (run)-[:OF_VERSION]->(version:JourneyVersion)<-[:HAS_VERSION]-(journey:Journey)
RETURN run.id AS id, customer.id AS customerId, journey.id AS journeyId, journey.name AS name, journey.nameZh AS nameZh,
  journey.trigger AS trigger, run.version AS version, version.definition AS definition, run.state AS state,
  journey.status = 'PAUSED' AS paused, run.step AS step, run.dueAt AS dueAt, run.awaits AS awaits, run.occurredAt AS occurredAt,
  run.startedAt AS startedAt, run.endedAt AS endedAt, run.reason AS reason, run.passed AS passed, run.outcomes AS outcomes,
  run.times AS times
ORDER BY startedAt DESC, id
LIMIT $limit;
