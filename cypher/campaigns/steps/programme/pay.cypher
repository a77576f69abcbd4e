// Notes that a reward that was released is paid, once.
// mode   write
// param  id         string
// param  reference  string     of the payment
// param  now        datetime
// row    known      boolean
// row    paid       boolean
// row    status     string?    before
// needs  constraint reward_id
// try    :param id => 'programme:r1|C0000001|C0000002';
// try    :param reference => 'p1';
// try    :param now => datetime();
OPTIONAL MATCH (reward:Reward {id: $id})
SET reward.asked = null // locks it
WITH reward, reward.status AS status, coalesce(reward.status = 'RELEASED', false) AS paid
FOREACH (_ IN CASE WHEN paid THEN [1] ELSE [] END |
  SET reward.status = 'PAID', reward.paidAt = $now, reward.paidReference = $reference)
RETURN reward IS NOT NULL AS known, paid, status;
