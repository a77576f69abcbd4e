// Releases rewards that were checked, are not suspicious, and have waited long enough for a refund to show.
// mode   write
// param  threshold  integer = 50
// param  before     datetime       rewards earned until then
// param  now        datetime
// param  batch      integer = 5000
// row    released   integer
// needs  auto-commit
// try    :param threshold => 50;
// try    :param before => datetime();
// try    :param now => datetime();
// try    :param batch => 5000;
MATCH (reward:Reward {status: 'PENDING'})
WHERE reward.checkedAt IS NOT NULL AND reward.score < $threshold AND reward.at <= $before
  AND EXISTS { (:Profiled)-[:EARNED]->(reward) }
CALL (reward) {
  SET reward.status = 'RELEASED', reward.releasedAt = $now
} IN TRANSACTIONS OF $batch ROWS
RETURN count(reward) AS released;
