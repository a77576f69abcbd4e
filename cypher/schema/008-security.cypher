// One sequence of audit entries with one head, alerts, users, tokens, and the policy in force.
// mode schema
CREATE CONSTRAINT audit_entry_id IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.id IS UNIQUE;
CREATE INDEX audit_entry_at IF NOT EXISTS FOR (n:AuditEntry) ON (n.at);
CREATE CONSTRAINT audit_entry_seq IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.seq IS UNIQUE;
CREATE INDEX audit_entry_viewer IF NOT EXISTS FOR (n:AuditEntry) ON (n.viewer, n.action, n.at);
CREATE CONSTRAINT audit_head_id IF NOT EXISTS FOR (n:AuditHead) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT alert_id IF NOT EXISTS FOR (n:Alert) REQUIRE n.id IS UNIQUE;
CREATE INDEX alert_at IF NOT EXISTS FOR (n:Alert) ON (n.at);
CREATE CONSTRAINT api_user_id IF NOT EXISTS FOR (n:ApiUser) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_token_id IF NOT EXISTS FOR (n:ApiToken) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT access_policy_id IF NOT EXISTS FOR (n:AccessPolicy) REQUIRE n.id IS UNIQUE;
