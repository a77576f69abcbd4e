// Rewards by the suspicion of who earned them and of whom they are for: at or above the threshold they are held, with the reasons.
// What a person decided stays; what the check released by itself is held again. A held reward stays held until a person decides.
// mode   write
// param  threshold  integer = 50
// param  now        datetime
// param  brought    string         put before the first reason where the account brought is the suspicious one
// param  broughtZh  string         the same in Chinese
// param  batch      integer = 5000
// row    held       integer        newly held
// row    checked    integer        looked at for the first time, or with another result
// needs  auto-commit
// try    :param threshold => 50;
// try    :param now => datetime();
// try    :param brought => 'the account brought: ';
// try    :param broughtZh => '被推荐的账户：';
// try    :param batch => 5000;
MATCH (referrer:Profiled)-[:EARNED]->(reward:Reward)
WHERE reward.reviewedBy IS NULL AND NOT reward.status IN ['PAID', 'REFUSED'] // what was paid, or refused by a rule, stays so
OPTIONAL MATCH (reward)-[:FOR_REFERRAL_OF]->(referred:Profiled)
WITH reward, referrer, referred, coalesce(referred.fraudScore, 0) > coalesce(referrer.fraudScore, 0) AS other
WITH reward, CASE WHEN other THEN referred.fraudScore ELSE coalesce(referrer.fraudScore, 0) END AS score,
  CASE WHEN other THEN [$brought + referred.fraudReasons[0]] + referred.fraudReasons[1..]
    ELSE coalesce(referrer.fraudReasons, []) END AS reasons,
  CASE WHEN other THEN [$broughtZh + referred.fraudReasonsZh[0]] + referred.fraudReasonsZh[1..]
    ELSE coalesce(referrer.fraudReasonsZh, []) END AS reasonsZh
WITH reward, score, reasons, reasonsZh, score >= $threshold AND reward.status <> 'HELD' AS hold
WHERE hold OR reward.checkedAt IS NULL
  OR (reward.status = 'PENDING' OR score >= $threshold) AND (reward.score <> score OR reward.reasons <> reasons OR coalesce(reward.reasonsZh, []) <> reasonsZh)
CALL (reward, score, reasons, reasonsZh, hold) {
  SET reward.score = score, reward.reasons = reasons, reward.reasonsZh = reasonsZh, reward.checkedAt = $now,
    reward.status = CASE WHEN hold THEN 'HELD' ELSE reward.status END,
    reward.heldAt = CASE WHEN hold THEN $now ELSE reward.heldAt END
} IN TRANSACTIONS OF $batch ROWS
RETURN count(CASE WHEN hold THEN 1 END) AS held, count(*) AS checked;
