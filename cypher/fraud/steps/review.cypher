// A reviewer's decision on a reward that no person decided yet. Its entry in the audit is written in the same transaction.
// mode   write
// param  id        string
// param  decision  string    RELEASED or REFUSED
// param  reason    string
// param  viewer    string    subject of the token
// param  now       datetime
// row    decided   integer   0 when a person had decided, or nothing was open
// needs  constraint reward_id
// try    :param id => 'referral:C0000001|C0000002';
// try    :param decision => 'RELEASED';
// try    :param reason => 'try';
// try    :param viewer => 'me';
// try    :param now => datetime();
MATCH (reward:Reward {id: $id})
SET reward.asked = null // locks it
WITH reward, reward.reviewedBy IS NULL AND reward.status IN ['PENDING', 'HELD'] AS open
FOREACH (_ IN CASE WHEN open THEN [1] ELSE [] END |
  SET reward.status = $decision, reward.reviewedBy = $viewer, reward.reviewedAt = $now, reward.reviewReason = $reason)
RETURN count(CASE WHEN open THEN 1 END) AS decided;
