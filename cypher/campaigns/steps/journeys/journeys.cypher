// Journeys with the version that is begun now and how many people are in them; one of them or all.
// mode   read
// param  id          string? = null
// row    id          string     unique
// row    name        string
// row    nameZh      string
// row    purpose     string
// row    trigger     string     type of what begins it
// row    status      string     PAUSED, RUNNING or ARCHIVED
// row    version     integer
// row    definition  string     as it was given, JSON
// row    createdAt   datetime
// row    activeFrom  datetime?  what happened before begins nothing
// row    seenUntil   datetime?  what happened until then was looked at
// row    running     integer    people who are in it
// row    done        integer    who went through
// row    left        integer    who left before its end
// needs  index journey_id
// try    :param id => null;
MATCH (journey:Journey)
WHERE $id IS NULL OR journey.id = $id
RETURN journey.id AS id, journey.name AS name, journey.nameZh AS nameZh, journey.purpose AS purpose, journey.trigger AS trigger,
  journey.status AS status, journey.version AS version, journey.definition AS definition, journey.createdAt AS createdAt,
  journey.activeFrom AS activeFrom, journey.seenUntil AS seenUntil,
  COUNT { MATCH (run:JourneyRun) WHERE run.journey = journey.id AND run.state = 'RUNNING' } AS running,
  COUNT { MATCH (run:JourneyRun) WHERE run.journey = journey.id AND run.state = 'DONE' } AS done,
  COUNT { MATCH (run:JourneyRun) WHERE run.journey = journey.id AND run.state = 'LEFT' } AS left
ORDER BY id;
