// Pauses, resumes or archives a journey, and with it what it sends. What happens while it is paused begins nothing; who is in it stays where they are.
// mode   write
// param  id      string
// param  from    list<string>  states in which it may be done
// param  to      string        RUNNING, PAUSED, ARCHIVED
// param  sends   string        state of its campaigns: LAUNCHED, PAUSED, STOPPED
// param  at      datetime
// row    known   boolean
// row    turned  boolean
// row    status  string?       before
// needs  index journey_id
// try    :param id => 'none';
// try    :param from => ['PAUSED'];
// try    :param to => 'RUNNING';
// try    :param sends => 'LAUNCHED';
// try    :param at => datetime();
OPTIONAL MATCH (journey:Journey {id: $id})
SET journey.asked = null // locks it
WITH journey, journey.status AS status, coalesce(journey.status IN $from, false) AS turned
FOREACH (_ IN CASE WHEN turned THEN [1] ELSE [] END |
  SET journey.status = $to, journey.activeFrom = CASE $to WHEN 'RUNNING' THEN $at ELSE journey.activeFrom END)
WITH journey, status, turned, CASE WHEN turned THEN COLLECT {
  MATCH (journey)-[:HAS_VERSION]->(:JourneyVersion)-[:SENDS]->(campaign:Campaign) RETURN campaign
} ELSE [] END AS campaigns
FOREACH (campaign IN campaigns | SET campaign.status = $sends)
RETURN journey IS NOT NULL AS known, turned, status;
