// Candidates for being asked to recommend: people with a consent to referral on record who consent to profiling and were not asked
// lately; with what speaks for asking them. The most influential where they are many. The contact rule decides whom of them.
// mode   read
// param  segment        string? = null         id of a segment; none takes everyone
// param  now            datetime               for the days since the last order
// param  notSince       datetime               nobody asked after this
// param  candidates     integer = 2000
// row    customerId     string          unique
// row    rating         float?                 mean of their reviews, 1..5
// row    daysSinceOrder float?
// row    rfmLevel       integer?               1..5
// row    newcomers      integer                people they know who have not bought, or buy little
// row    room           float                  sum of their closeness
// row    conversions    integer                people they brought before
// try    :param segment => null;
// try    :param now => datetime();
// try    :param notSince => datetime() - duration({days: 60});
// try    :param candidates => 2000;
CALL () {
  WITH * WHERE $segment IS NULL
  MATCH (:Purpose {id: 'referral'})<-[:CONSENTS_TO]-(customer:Profiled)
  RETURN DISTINCT customer
  UNION ALL
  WITH * WHERE $segment IS NOT NULL
  MATCH (:Segment {id: $segment})<-[:IN_SEGMENT]-(customer:Profiled)
  WHERE EXISTS { MATCH (customer)-[:CONSENTS_TO]->(purpose:Purpose) WHERE purpose.id = 'referral' }
  RETURN DISTINCT customer
}
WITH customer
WHERE NOT EXISTS {
  MATCH (customer)-[:RECEIVED]->(touch:Touch)-[:OF_VARIANT]->(:Variant)<-[:HAS_VARIANT]-(campaign:Campaign)
  WHERE campaign.purpose = 'referral' AND touch.at > $notSince
}
WITH customer
ORDER BY coalesce(customer.influence, 0) DESC, customer.id
LIMIT $candidates
CALL (customer) {
  OPTIONAL MATCH (customer)-[knows:KNOWS]-(other:Profiled)
  WHERE coalesce(other.orders, 0) = 0 OR other.rfmLevel <= 2
  RETURN count(other) AS newcomers, coalesce(sum(knows.closeness), 0.0) AS room
}
CALL (customer) {
  MATCH (customer)-[:POSTED]->(post:Post)
  RETURN avg(post.rating) AS rating
}
RETURN customer.id AS customerId, rating,
  duration.inSeconds(customer.lastOrderAt, $now).seconds / 86400.0 AS daysSinceOrder, customer.rfmLevel AS rfmLevel, newcomers, room,
  COUNT { MATCH (customer)-[referral:REFERRED]->(:Profiled)
    WHERE coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED'] } AS conversions
ORDER BY customerId;
