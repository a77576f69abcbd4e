// Customers still here whose close ties stopped buying, or are unhappy: whom it may reach next, and why.
// mode   read
// param  watch         string = 'CHURNED'      CHURNED: no order for so many days; UNHAPPY: said something negative in them
// param  days          integer = 180
// param  segments      list<string> = []       RFM segments that count as churned instead, like rfm:lost
// param  minCloseness  float = 0.3             from which a tie is close, 0..1
// param  least         integer = 2             fewest such ties
// param  asOf          datetime? = null        now when not given
// param  limit         integer = 50
// row    customerId    customer                unique
// row    exposure      float                   0..1, share of the closeness of close ties that is theirs
// row    count         integer                 close ties who churned or are unhappy
// row    closeTies     integer
// row    spendMinor    float                   what the customer spent so far, minor units
// row    lastOrderAt   datetime?
// needs  index profiled_last_order
// api    contagion
// titleZh 仍在的客户中，哪些人的亲密关系已停止购买或不满：可能波及谁，为什么。
// for    analyst marketer admin
// try    :param watch => 'CHURNED';
// try    :param days => 180;
// try    :param segments => [];
// try    :param minCloseness => 0.3;
// try    :param least => 2;
// try    :param asOf => null;
// try    :param limit => 20;
WITH coalesce($asOf, datetime()) AS asOf
WITH asOf, asOf - duration({days: $days}) AS since
CALL (asOf, since) {
  WITH * WHERE $watch = 'CHURNED' AND size($segments) = 0
  MATCH (gone:Profiled)
  WHERE gone.lastOrderAt < since
  RETURN gone
  UNION
  WITH * WHERE $watch = 'CHURNED'
  UNWIND $segments AS segment
  MATCH (gone:Profiled)
  WHERE gone.rfmSegment = segment
  RETURN gone
  UNION
  WITH * WHERE $watch = 'UNHAPPY'
  MATCH (gone:Profiled)-[:POSTED|GAVE]->(said:Post|Feedback)
  WHERE said.at >= since AND said.at <= asOf AND coalesce(said.sentiment, (said.rating - 3) / 2.0) <= -0.5
  RETURN gone
}
MATCH (gone)-[tie:KNOWS]-(customer:Profiled)
WHERE tie.closeness >= $minCloseness AND customer.orders > 0
WITH asOf, since, customer, count(*) AS count, sum(tie.closeness) AS theirs
WHERE count >= $least AND CASE
  WHEN $watch = 'UNHAPPY' THEN NOT EXISTS {
    MATCH (customer)-[:POSTED|GAVE]->(said:Post|Feedback)
    WHERE said.at >= since AND said.at <= asOf AND coalesce(said.sentiment, (said.rating - 3) / 2.0) <= -0.5
  }
  WHEN size($segments) = 0 THEN customer.lastOrderAt >= since
  ELSE NOT coalesce(customer.rfmSegment IN $segments, false)
END
CALL (customer) {
  MATCH (customer)-[tie:KNOWS]-(:Profiled)
  WHERE tie.closeness >= $minCloseness
  RETURN count(*) AS closeTies, sum(tie.closeness) AS whole
}
WITH customer, count, closeTies, theirs / whole AS exposure
ORDER BY exposure DESC, count DESC, customer.id LIMIT $limit
RETURN customer.id AS customerId, exposure, count, closeTies, toFloat(coalesce(customer.spendMinor, 0)) AS spendMinor, customer.lastOrderAt AS lastOrderAt
ORDER BY exposure DESC, count DESC, customerId;
