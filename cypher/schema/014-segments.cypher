// One node for each version of a segment's rule.
// mode schema
CREATE CONSTRAINT segment_version_id IF NOT EXISTS FOR (n:SegmentVersion) REQUIRE n.id IS UNIQUE;
