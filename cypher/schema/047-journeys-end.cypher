// When ways through journeys ended and their alerts were closed: what retention looks for.
// mode schema
CREATE INDEX journey_run_ended IF NOT EXISTS FOR (n:JourneyRun) ON (n.endedAt);
CREATE INDEX journey_alert_closed IF NOT EXISTS FOR (n:JourneyAlert) ON (n.closedAt);
