// How much there is of what is kept for a time only, and how much of it is past its time.
// mode   read
// param  events    datetime?  before when; null keeps all
// param  touches   datetime?
// param  runs      datetime?  of journeys, by their end
// param  alerts    datetime?  of journeys, by when they were closed
// param  requests  datetime?
// param  audit     datetime?
// row    label     string     unique
// row    due       integer
// row    total     integer
// needs  index event_at, touch_at, journey_run_ended, journey_alert_closed
// try    :param events => datetime();
// try    :param touches => null;
// try    :param runs => null;
// try    :param alerts => null;
// try    :param requests => null;
// try    :param audit => null;
RETURN 'Event' AS label, COUNT { MATCH (n:Event) WHERE n.at < $events } AS due, COUNT { (:Event) } AS total
UNION ALL
RETURN 'Touch' AS label, COUNT { MATCH (n:Touch) WHERE n.at < $touches } AS due, COUNT { (:Touch) } AS total
UNION ALL
RETURN 'JourneyRun' AS label, COUNT { MATCH (n:JourneyRun) WHERE n.endedAt < $runs } AS due, COUNT { (:JourneyRun) } AS total
UNION ALL
RETURN 'JourneyAlert' AS label, COUNT { MATCH (n:JourneyAlert) WHERE n.closedAt < $alerts } AS due,
  COUNT { (:JourneyAlert) } AS total
UNION ALL
RETURN 'DataRequest' AS label, COUNT { MATCH (n:DataRequest) WHERE n.closedAt < $requests } AS due,
  COUNT { (:DataRequest) } AS total
UNION ALL
RETURN 'AuditEntry' AS label, COUNT {
    MATCH (n:AuditEntry) WHERE n.at < $audit AND any(id IN n.customers WHERE NOT id STARTS WITH '~')
  } AS due, COUNT { (:AuditEntry) } AS total;
