// What referrals cost: rewards earned in a time, those refused left out, by currency.
// mode   read
// param  from       datetime
// param  until      datetime   exclusive
// row    currency   string?
// row    costMinor  integer    minor units
// row    rewards    integer
// try    :param from => datetime('2026-01-01');
// try    :param until => datetime();
MATCH (reward:Reward)
WHERE $from <= reward.at < $until AND reward.status <> 'REFUSED' AND reward.amountMinor > 0
RETURN reward.currency AS currency, sum(reward.amountMinor) AS costMinor, count(*) AS rewards
ORDER BY costMinor DESC, currency;
