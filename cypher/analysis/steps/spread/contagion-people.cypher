// Everyone who could be marked as churned or unhappy, whether they are, and whom they are close to. Each tie at one of its ends.
// mode   read
// param  watch         string = 'CHURNED'   CHURNED: no order for so many days; UNHAPPY: said something negative in them
// param  days          integer = 180
// param  segments      list<string> = []    RFM segments that count as churned instead, like rfm:lost
// param  minCloseness  float = 0.3          from which a tie is close
// param  asOf          datetime
// param  limit         integer = 200001
// row    customerId    string               unique
// row    communityId   string?
// row    marked        boolean
// row    others        list<string>         close ties, the larger id
// needs  index profiled_last_order
// try    :param watch => 'CHURNED';
// try    :param days => 180;
// try    :param segments => [];
// try    :param minCloseness => 0.3;
// try    :param asOf => datetime();
// try    :param limit => 200001;
WITH $asOf - duration({days: $days}) AS since
CALL (since) {
  WITH * WHERE $watch = 'CHURNED'
  MATCH (person:Profiled)
  WHERE person.lastOrderAt IS NOT NULL
  RETURN person, CASE WHEN size($segments) = 0 THEN person.lastOrderAt < since ELSE coalesce(person.rfmSegment IN $segments, false) END AS marked
  UNION ALL
  WITH * WHERE $watch = 'UNHAPPY'
  MATCH (person:Profiled)-[:POSTED|GAVE]->(said:Post|Feedback)
  WHERE said.at >= since AND said.at <= $asOf AND coalesce(said.sentiment, said.rating) IS NOT NULL
  RETURN person, max(coalesce(said.sentiment, (said.rating - 3) / 2.0) <= -0.5) AS marked
}
WITH person, marked
LIMIT $limit
CALL (person) {
  MATCH (person)-[tie:KNOWS]->(other:Profiled)
  WHERE tie.closeness >= $minCloseness
  RETURN collect(other.id) AS others
}
RETURN person.id AS customerId, person.communityId AS communityId, marked, others
ORDER BY customerId;
