// Rewards that wait for a reviewer, the most suspicious first, each with its reasons. They are held, not refused.
// mode   read
// param  first        integer = 50
// row    rewardId     string         unique
// row    customerId   customer?      who earned it
// row    referredId   customer?      for bringing whom, if they consent to profiling
// row    score        integer        0..100
// row    reasons      list<string>
// row    reasonsZh    list<string>
// row    at           datetime       when it was earned
// row    amountMinor  integer?
// row    currency     string?
// row    heldAt       datetime
// row    releasedAt   datetime?      was released before the signals showed
// row    ring         string?        id of the ring that who earned it belongs to
// needs  index reward_status
// api    heldRewards
// titleZh 等待审核的奖励，最可疑者在前，附理由；奖励是暂缓，并未拒绝。
// for    analyst marketer admin
// try    :param first => 20;
MATCH (reward:Reward {status: 'HELD'})
WITH reward
ORDER BY reward.score DESC, reward.id
LIMIT $first
OPTIONAL MATCH (earner:Customer)-[:EARNED]->(reward)
OPTIONAL MATCH (reward)-[:FOR_REFERRAL_OF]->(referred:Profiled)
RETURN reward.id AS rewardId, earner.id AS customerId, referred.id AS referredId, reward.score AS score, reward.reasons AS reasons,
  coalesce(reward.reasonsZh, []) AS reasonsZh,
  reward.at AS at, reward.amountMinor AS amountMinor, reward.currency AS currency, reward.heldAt AS heldAt,
  reward.releasedAt AS releasedAt, earner.fraudRing AS ring
ORDER BY score DESC, rewardId;
