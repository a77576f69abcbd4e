// Who said something negative shortly after a close tie did: where bad word of mouth may be travelling, newest first.
// mode   read
// param  days          integer = 90        looked back
// param  within        integer = 30        most days from the one to the other
// param  minCloseness  float = 0.3         from which a tie is close, 0..1
// param  asOf          datetime? = null    now when not given
// param  limit         integer = 50
// row    customerId    customer            who said it later
// row    fromId        customer            the close tie who said it before
// row    postId        string
// row    fromPostId    string
// row    at            datetime
// row    daysAfter     float
// row    closeness     float
// row    sameSubject   boolean             about the same product or store
// needs  index post_at
// api    negativeSpread
// titleZh 亲密关系表达不满后不久，谁也说了负面的话：坏口碑可能的传播，新的在前。
// for    analyst marketer admin
// try    :param days => 90;
// try    :param within => 30;
// try    :param minCloseness => 0.3;
// try    :param asOf => null;
// try    :param limit => 20;
WITH coalesce($asOf, datetime()) AS asOf
MATCH (later:Post|Feedback)
WHERE later.at >= asOf - duration({days: $days}) AND later.at <= asOf AND coalesce(later.sentiment, (later.rating - 3) / 2.0) <= -0.5
MATCH (later)<-[:POSTED|GAVE]-(customer:Profiled)-[tie:KNOWS]-(from:Profiled)
WHERE tie.closeness >= $minCloseness
MATCH (from)-[:POSTED|GAVE]->(earlier:Post|Feedback)
WHERE earlier.at < later.at AND earlier.at >= later.at - duration({days: $within}) AND coalesce(earlier.sentiment, (earlier.rating - 3) / 2.0) <= -0.5
WITH customer, from, later, earlier, tie.closeness AS closeness, duration.inSeconds(earlier.at, later.at).seconds / 86400.0 AS daysAfter,
  EXISTS { (later)-[:ABOUT]->()<-[:ABOUT]-(earlier) } AS sameSubject
ORDER BY later.at DESC, customer.id, from.id, earlier.id
LIMIT $limit
RETURN customer.id AS customerId, from.id AS fromId, later.id AS postId, earlier.id AS fromPostId, later.at AS at, daysAfter, closeness, sameSubject
ORDER BY at DESC, customerId, fromId, fromPostId;
