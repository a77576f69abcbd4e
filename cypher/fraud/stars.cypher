// Stars with near-zero later activity: who brought several accounts of which hardly any did anything after their first week.
// Relatives do not count, nor referrals younger than 30 days.
// mode   read
// param  asOf        datetime? = null  now when not given
// param  minStar     integer = 3       accounts brought
// param  first       integer = 100
// row    customerId  customer          unique
// row    strength    float             1 - 2.5 x share still active; below .5 is left out
// row    family      boolean           always false
// row    brought     integer           accounts brought at least 30 days ago
// row    active      integer           of them, who did anything after their first week
// needs  index customer_id
// api    inactiveReferrals
// titleZh 推荐后几乎没有活动的星形：带来多个账户，首周后几乎无人活动。不计亲属与 30 天内的推荐。
// for    analyst admin
// try    :param asOf => null;
// try    :param minStar => 3;
// try    :param first => 20;
MATCH (referrer:Profiled)
WHERE COUNT { (referrer)-[:REFERRED]->() } >= $minStar
MATCH (referrer)-[referral:REFERRED]->(referred:Profiled)
WITH referrer, referred, min(coalesce(referral.at, referral.since)) AS at
WHERE at <= coalesce($asOf, datetime()) - duration({days: 30})
  AND NOT EXISTS { (referrer) ((:Profiled)-[:FAMILY_OF]-(:Profiled)){1,2} (referred) }
WITH referrer, count(referred) AS brought, count(CASE WHEN
  EXISTS { (referred)-[:PLACED]->(o:Order) WHERE o.at > at + duration({days: 7}) AND o.refundedAt IS NULL }
  OR EXISTS { (referred)-[:DID]->(event:Event) WHERE event.at > at + duration({days: 7})
    AND NOT event.type IN ['referral_reward', 'unfollowed', 'left_group'] } THEN 1 END) AS active
WHERE brought >= $minStar AND 5 * active <= brought
RETURN referrer.id AS customerId, 1.0 - 2.5 * active / brought AS strength, false AS family, brought, active
ORDER BY strength DESC, customerId
LIMIT $first;
