// Journeys that run, with the version that is begun now.
// mode   read
// row    id          string     unique
// row    version     integer
// row    definition  string     as it was given, JSON
// row    activeFrom  datetime   what happened before begins nothing
// row    seenUntil   datetime?  what happened until then was looked at
MATCH (journey:Journey)
WHERE journey.status = 'RUNNING' AND journey.activeFrom IS NOT NULL
RETURN journey.id AS id, journey.version AS version, journey.definition AS definition, journey.activeFrom AS activeFrom,
  journey.seenUntil AS seenUntil
ORDER BY id;
