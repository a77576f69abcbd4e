// Deletes some of what is past its time, of one label.
// mode   write
// param  label    string    Event, Touch, JourneyRun, JourneyAlert, DataRequest
// param  before   datetime
// param  limit    integer = 2000
// row    removed  integer
// needs  index event_at, touch_at, journey_run_ended, journey_alert_closed
// try    :param label => 'Event';
// try    :param before => datetime('2000-01-01');
// try    :param limit => 10;
CALL () {
  MATCH (n:Event) WHERE $label = 'Event' AND n.at < $before RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Touch) WHERE $label = 'Touch' AND n.at < $before RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:JourneyRun) WHERE $label = 'JourneyRun' AND n.endedAt < $before RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:JourneyAlert) WHERE $label = 'JourneyAlert' AND n.closedAt < $before RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:DataRequest) WHERE $label = 'DataRequest' AND n.closedAt < $before RETURN n LIMIT $limit
}
FOREACH (who IN COLLECT { MATCH (n)<-[:DID]-(who:Customer) RETURN who } | SET who:Changed)
DETACH DELETE n
RETURN count(*) AS removed;
