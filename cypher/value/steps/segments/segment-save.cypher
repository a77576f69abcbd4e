// Saves a segment with its rule; a changed rule is a new version. The same again changes nothing.
// mode   write
// param  id       string
// param  name     string
// param  nameZh   string
// param  rule     string     JSON
// param  profiles boolean    it uses scores or the network
// param  at       datetime
// param  by       string     who
// row    version  integer
// row    isNew    boolean    this version came with this call
// needs  constraint segment_id
// needs  constraint segment_version_id
// try    :param id => 'loyal';
// try    :param name => 'Loyal';
// try    :param nameZh => '忠诚';
// try    :param rule => '{}';
// try    :param profiles => true;
// try    :param at => datetime();
// try    :param by => 'me';
MERGE (segment:Segment {id: $id})
  ON CREATE SET segment.kind = 'RULE', segment.version = 0, segment.createdAt = $at
SET segment.asked = null // locks it
WITH segment, segment.version = 0 OR segment.rule <> $rule AS isNew
SET segment.name = $name, segment.nameZh = $nameZh, segment.rule = $rule, segment.profiles = $profiles,
    segment.version = segment.version + CASE WHEN isNew THEN 1 ELSE 0 END
REMOVE segment.archivedAt
FOREACH (_ IN CASE WHEN isNew THEN [1] ELSE [] END |
  CREATE (segment)-[:HAS_VERSION]->(:SegmentVersion {id: $id + '|' + segment.version, number: segment.version, rule: $rule, at: $at, by: $by})
)
RETURN segment.version AS version, isNew;
