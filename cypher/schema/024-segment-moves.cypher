// Moves in and out of segments are asked for by time: who entered or left since a moment.
// mode schema
CREATE INDEX in_segment_since IF NOT EXISTS FOR ()-[r:IN_SEGMENT]-() ON (r.since);
CREATE INDEX was_in_segment_since IF NOT EXISTS FOR ()-[r:WAS_IN_SEGMENT]-() ON (r.since);
CREATE INDEX was_in_segment_until IF NOT EXISTS FOR ()-[r:WAS_IN_SEGMENT]-() ON (r.until);
// What the refresh of segments finds who changed by, as time passes.
CREATE INDEX consent_until IF NOT EXISTS FOR ()-[r:CONSENTS_TO]-() ON (r.until);
CREATE INDEX customer_joined IF NOT EXISTS FOR (n:Customer) ON (n.joinedAt);
CREATE INDEX customer_first_order IF NOT EXISTS FOR (n:Customer) ON (n.firstOrderAt);
CREATE INDEX customer_last_order IF NOT EXISTS FOR (n:Customer) ON (n.lastOrderAt);
