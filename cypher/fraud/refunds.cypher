// Fake orders: orders that earned a referral its reward and were refunded after it. Told of who referred and of who was referred.
// mode   read
// param  days        integer = 30   an order this soon after the referral counts as what earned the reward
// param  first       integer = 100
// row    customerId  customer       unique
// row    strength    float          refunded ones as a share of all orders of those referred, 0..1
// row    family      boolean        only relatives are concerned
// row    refunded    integer        orders refunded after the reward
// row    orders      integer        orders of those referred
// needs  index customer_id
// api    refundedAfterReward
// titleZh 虚假订单：为推荐赢得奖励后又退款的订单；推荐双方都列出。
// for    analyst admin
// try    :param days => 30;
// try    :param first => 20;
MATCH (referrer:Profiled)-[referral:REFERRED]->(referred:Profiled)
WHERE coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED']
WITH referrer, referred, min(coalesce(referral.at, referral.since)) AS at
MATCH (referred)-[:PLACED]->(o:Order)
WITH referrer, referred, at, count(o) AS orders, collect(CASE
  WHEN o.at <= at + duration({days: $days}) AND o.refundedAt >= at THEN o.refundedAt END) AS back
WHERE size(back) > 0
WITH referrer, referred, orders, back, coalesce(head(COLLECT {
  MATCH (referred)<-[:FOR_REFERRAL_OF]-(reward:Reward)
  WHERE EXISTS { (referrer)-[:EARNED]->(reward) }
  RETURN reward.at ORDER BY reward.at LIMIT 1
}), at) AS rewarded, EXISTS { (referrer) ((:Profiled)-[:FAMILY_OF]-(:Profiled)){1,2} (referred) } AS related
WITH referrer, referred, orders, related, size([time IN back WHERE time >= rewarded]) AS refunded
WHERE refunded > 0
UNWIND [referrer, referred] AS account
WITH account, sum(CASE WHEN NOT related THEN orders ELSE 0 END) AS strange, sum(orders) AS whole,
  sum(CASE WHEN NOT related THEN refunded ELSE 0 END) AS strangeRefunded, sum(refunded) AS refunded
WITH account, strange = 0 AS family, CASE WHEN strange = 0 THEN whole ELSE strange END AS orders,
  CASE WHEN strange = 0 THEN refunded ELSE strangeRefunded END AS refunded
RETURN account.id AS customerId, 1.0 * refunded / orders AS strength, family, refunded, orders
ORDER BY strength DESC, customerId
LIMIT $first;
