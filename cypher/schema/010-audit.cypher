// One sequence of audit entries with one head, alerts by a stable id, and what the questions about them walk in by.
// mode schema
CREATE CONSTRAINT audit_entry_seq IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.seq IS UNIQUE;
CREATE CONSTRAINT audit_head_id IF NOT EXISTS FOR (n:AuditHead) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT alert_id IF NOT EXISTS FOR (n:Alert) REQUIRE n.id IS UNIQUE;
CREATE INDEX audit_entry_viewer IF NOT EXISTS FOR (n:AuditEntry) ON (n.viewer, n.action, n.at);
CREATE INDEX alert_at IF NOT EXISTS FOR (n:Alert) ON (n.at);
