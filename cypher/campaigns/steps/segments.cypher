// Ids of the segments, for the message about one that does not exist.
// mode   read
// param  limit  integer = 1000
// row    id     string   unique
// needs  index segment_id
// try    :param limit => 20;
MATCH (segment:Segment)
WHERE segment.archivedAt IS NULL
RETURN segment.id AS id
ORDER BY id
LIMIT $limit;
