// Who is or was in a journey and where, a page in the order of runs; at one step or in one state, or all.
// mode   read
// param  journeyId   string
// param  step        string? = null
// param  state       string? = null
// param  after       string = ''     id of the last run of the page before
// param  limit       integer = 100
// row    id          string          unique
// row    customerId  customer
// needs  index journey_run_journey
// try    :param journeyId => 'j';
// try    :param step => null;
// try    :param state => null;
// try    :param after => '';
// try    :param limit => 20;
MATCH (run:JourneyRun)<-[:IN_JOURNEY]-(customer:Customer)
WHERE run.journey = $journeyId AND run.state IS NOT NULL AND run.id > $after
  AND ($state IS NULL OR run.state = $state) AND ($step IS NULL OR run.step = $step)
RETURN run.id AS id, customer.id AS customerId
ORDER BY id
LIMIT $limit;
