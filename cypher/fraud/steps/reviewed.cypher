// Rewards that a person decided, counted by whether the score had said fraud (refused is taken for fraud, released for none).
// mode   read
// param  threshold       integer = 50
// row    truePositives   integer   suspicious and refused
// row    falsePositives  integer   suspicious and released
// row    falseNegatives  integer   not suspicious and refused
// row    trueNegatives   integer   not suspicious and released
// needs  index reward_status
// try    :param threshold => 50;
MATCH (reward:Reward)
WHERE reward.status IN ['RELEASED', 'REFUSED'] AND reward.reviewedBy IS NOT NULL
WITH coalesce(reward.score, 0) >= $threshold AS suspicious, reward.status = 'REFUSED' AS refused
RETURN count(CASE WHEN suspicious AND refused THEN 1 END) AS truePositives,
  count(CASE WHEN suspicious AND NOT refused THEN 1 END) AS falsePositives,
  count(CASE WHEN NOT suspicious AND refused THEN 1 END) AS falseNegatives,
  count(CASE WHEN NOT suspicious AND NOT refused THEN 1 END) AS trueNegatives;
