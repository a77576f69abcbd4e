// Segments that are rules, with the version in force; one of them or all.
// mode   read
// param  id           string? = null
// row    id           string     unique
// row    kind         string?    RULE, RFM, or null for one made by hand
// row    name         string?
// row    nameZh       string?
// row    version      integer?
// row    rule         string?    JSON
// row    archivedAt   datetime?
// row    refreshedAt  datetime?
// row    refreshedVersion integer?   of the rule by which members were last told
// row    communities  list<string>?  that fitted a condition of the rule then
// row    customers    integer
// row    versions     list<map>  number, rule, at and by of each, newest first
// needs  constraint segment_id
// try    :param id => null;
MATCH (segment:Segment)
WHERE segment.id = $id OR ($id IS NULL AND segment.kind = 'RULE')
RETURN segment.id AS id, segment.kind AS kind, segment.name AS name, segment.nameZh AS nameZh, segment.version AS version,
  segment.rule AS rule, segment.archivedAt AS archivedAt, segment.refreshedAt AS refreshedAt,
  segment.refreshedVersion AS refreshedVersion, segment.communities AS communities,
  COUNT { (segment)<-[:IN_SEGMENT]-() } AS customers,
  COLLECT { MATCH (segment)-[:HAS_VERSION]->(version:SegmentVersion)
    RETURN version {.number, .rule, .at, .by} ORDER BY version.number DESC } AS versions
ORDER BY id;
