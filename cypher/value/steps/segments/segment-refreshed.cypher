// Notes that a segment holds exactly who fits its rule, as of a time.
// mode   write
// param  segmentId    string
// param  at           datetime
// param  version      integer       of the rule
// param  profiles     boolean       the rule uses scores or the network
// param  communities  list<string>  that fitted a condition of the rule
// row    noted        integer
// needs  constraint segment_id
// try    :param segmentId => 'none';
// try    :param at => datetime();
// try    :param version => 1;
// try    :param profiles => true;
// try    :param communities => [];
MATCH (segment:Segment {id: $segmentId})
SET segment.refreshedAt = $at, segment.refreshedVersion = $version, segment.profiles = $profiles, segment.communities = $communities
RETURN count(segment) AS noted;
