// Keys of journeys and of who is in them, and when each is to go on.
// mode schema
CREATE CONSTRAINT journey_id IF NOT EXISTS FOR (n:Journey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT journey_version_id IF NOT EXISTS FOR (n:JourneyVersion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT journey_run_id IF NOT EXISTS FOR (n:JourneyRun) REQUIRE n.id IS UNIQUE;
CREATE INDEX journey_run_due IF NOT EXISTS FOR (n:JourneyRun) ON (n.dueAt);
CREATE INDEX journey_run_awaits IF NOT EXISTS FOR (n:JourneyRun) ON (n.awaits);
CREATE INDEX journey_run_journey IF NOT EXISTS FOR (n:JourneyRun) ON (n.journey, n.state);
CREATE CONSTRAINT journey_alert_id IF NOT EXISTS FOR (n:JourneyAlert) REQUIRE n.id IS UNIQUE;
CREATE INDEX customer_first_order IF NOT EXISTS FOR (n:Customer) ON (n.firstOrderAt);
