// People in running journeys who wait for something to happen, a page in the order of ids.
// mode   read
// param  after   string = ''     id of the last of the page before
// param  limit   integer = 2000
// row    id      string          unique
// row    event   string          what they wait for
// row    type    string?         of an event
// row    since   datetime
// needs  index journey_run_awaits
// try    :param after => '';
// try    :param limit => 20;
MATCH (run:JourneyRun)
WHERE run.awaits IS NOT NULL AND run.id > $after
RETURN run.id AS id, run.awaits AS event, run.awaitedType AS type, run.since AS since
ORDER BY id
LIMIT $limit;
