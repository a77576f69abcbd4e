// One reward as it stands.
// mode   read
// param  id          string
// row    status      string     PENDING, HELD, RELEASED or REFUSED
// row    customerId  string?
// row    score       integer?
// row    reasons     list<string>?
// row    reasonsZh   list<string>?
// row    reviewedBy  string?
// row    reviewedAt  datetime?
// row    reason      string?    of the reviewer
// needs  constraint reward_id
// try    :param id => 'referral:C0000001|C0000002';
MATCH (reward:Reward {id: $id})
OPTIONAL MATCH (earner:Customer)-[:EARNED]->(reward)
RETURN reward.status AS status, earner.id AS customerId, reward.score AS score, reward.reasons AS reasons,
  reward.reasonsZh AS reasonsZh,
  reward.reviewedBy AS reviewedBy, reward.reviewedAt AS reviewedAt, reward.reviewReason AS reason;
