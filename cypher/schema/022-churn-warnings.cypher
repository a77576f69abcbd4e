// What a churn warning is called, each period of one once, and found by when it began.
// mode schema
CREATE CONSTRAINT warning_rule_id IF NOT EXISTS FOR (n:WarningRule) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT warned_key IF NOT EXISTS FOR ()-[r:WARNED]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX warned_since IF NOT EXISTS FOR ()-[r:WARNED]-() ON (r.since);
