// What members of each community have in common more than others: the best interests, cities, products, categories and companies. What
// sets it apart comes first; weighed by share x ln(1 + lift), so that neither what everyone has nor what two people have does. Looks at
// the most influential.
// mode   read
// param  run       string
// param  sample    integer = 200  members looked at in each community
// param  best      integer = 3    topics of each kind
// param  apart     float = 1.5    lift above which a topic sets a community apart
// row    id        string         community
// row    kind      string         interest, city, product, category or company
// row    topics    list<record>   best first
// .      key       string
// .      name      string
// .      nameZh    string
// .      share     float          of the members looked at, 0..1
// .      lift      float          that share over the share in all communities
// try    :param run => 'try';
// try    :param sample => 200;
// try    :param best => 3;
// try    :param apart => 1.5;
MATCH (community:Community {run: $run})
WITH collect(community) AS communities, sum(CASE WHEN community.size < $sample THEN community.size ELSE $sample END) AS everyone
UNWIND communities AS community
CALL (community) {
  MATCH (member:Profiled)
  WHERE member.communityId = community.id AND member.influence IS NOT NULL
  WITH member
  ORDER BY member.influence DESC
  LIMIT $sample
  RETURN collect(member) AS members
}
CALL (members) {
  UNWIND members AS member
  MATCH (member)-[:INTERESTED_IN]->(topic:Interest)
  RETURN 'interest' AS kind, topic.id AS key, coalesce(topic.name, topic.id) AS name,
    coalesce(topic.nameZh, topic.name, topic.id) AS nameZh, count(DISTINCT member) AS people
  UNION ALL
  UNWIND members AS member
  WITH member WHERE member.city IS NOT NULL
  RETURN 'city' AS kind, member.city AS key, member.city AS name, member.city AS nameZh, count(*) AS people
  UNION ALL
  UNWIND members AS member
  MATCH (member)-[:PLACED]->(:Order)-[:CONTAINS]->(product:Product)
  WITH DISTINCT member, product
  OPTIONAL MATCH (product)-[:IN_CATEGORY]->(category:Category)
  UNWIND [{kind: 'product', topic: product}, {kind: 'category', topic: category}] AS bought
  WITH bought.kind AS kind, bought.topic AS topic, member WHERE topic IS NOT NULL
  RETURN kind, topic.id AS key, coalesce(topic.name, topic.id) AS name,
    coalesce(topic.nameZh, topic.name, topic.id) AS nameZh, count(DISTINCT member) AS people
  UNION ALL
  UNWIND members AS member
  MATCH (member)-[:WORKS_AT]->(topic:Company)
  RETURN 'company' AS kind, topic.id AS key, coalesce(topic.name, topic.id) AS name, coalesce(topic.nameZh, topic.name, topic.id) AS nameZh,
    count(DISTINCT member) AS people
}
WITH everyone, kind, key, name, nameZh, sum(people) AS overall,
  collect({id: community.id, people: people, of: size(members)}) AS places
UNWIND places AS place
WITH place.id AS id, kind, key, name, nameZh, toFloat(place.people) / place.of AS share,
  (toFloat(place.people) / place.of) / (toFloat(overall) / everyone) AS lift, place.people AS people
WHERE people > 1
WITH id, kind, {key: kind + ':' + key, name: name, nameZh: nameZh, share: share, lift: lift} AS topic
ORDER BY topic.lift > $apart DESC, topic.share * log(1 + topic.lift) DESC, topic.key
WITH id, kind, collect(topic)[..$best] AS topics
RETURN id, kind, topics
ORDER BY id, kind;
