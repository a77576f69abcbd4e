// The most influential others of the communities that the selected customers belong to.
// mode   picture
// param  nodes  list<string>           element ids of what is selected in the scene
// param  each   integer = 20           members of a community
// row    tie    path
// phrase Same community
// phraseZh 同一社群
// try    :param nodes => [];
// try    :param each => 20;
MATCH (person:Profiled)-[:MEMBER_OF]->(community:Community)
WHERE elementId(person) IN $nodes
WITH DISTINCT community, collect(person) AS people
CALL (community, people) {
  MATCH (community)<-[:MEMBER_OF]-(member:Profiled)
  WITH member, people, community
  ORDER BY member IN people DESC, member.influence DESC, member.id
  LIMIT $each
  MATCH tie = (community)<-[:MEMBER_OF]-(member)
  RETURN tie
}
RETURN tie;
