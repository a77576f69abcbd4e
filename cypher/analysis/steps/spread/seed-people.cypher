// Everyone through whom word may pass, with their ties. Each tie once, at one of its ends.
// mode   read
// param  communities  list<string>? = null  only these communities
// param  unknown      float = 0.1           closeness of a tie that has none
// param  limit        integer = 200001      more people than may be asked for tells that there are too many
// row    customerId   string                unique
// row    communityId  string?
// row    others       list<string>
// row    closeness    list<float>           0..1, in the order of others
// needs  index profiled_community_id
// try    :param communities => null;
// try    :param unknown => 0.1;
// try    :param limit => 200001;
CALL () {
  WITH * WHERE $communities IS NULL
  MATCH (person:Profiled)
  RETURN person
  UNION ALL
  WITH * WHERE $communities IS NOT NULL
  UNWIND $communities AS community
  MATCH (person:Profiled)
  WHERE person.communityId = community
  RETURN DISTINCT person
}
WITH person
LIMIT $limit
CALL (person) {
  MATCH (person)-[tie:KNOWS]->(other:Profiled)
  RETURN collect(other.id) AS others, collect(coalesce(tie.closeness, $unknown)) AS closeness
}
RETURN person.id AS customerId, person.communityId AS communityId, others, closeness
ORDER BY customerId;
