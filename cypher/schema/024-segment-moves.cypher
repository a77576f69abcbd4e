// Moves in and out of segments are asked for by time: who entered or left since a moment.
// mode schema
CREATE INDEX in_segment_since IF NOT EXISTS FOR ()-[r:IN_SEGMENT]-() ON (r.since);
CREATE INDEX was_in_segment_since IF NOT EXISTS FOR ()-[r:WAS_IN_SEGMENT]-() ON (r.since);
CREATE INDEX was_in_segment_until IF NOT EXISTS FOR ()-[r:WAS_IN_SEGMENT]-() ON (r.until);
