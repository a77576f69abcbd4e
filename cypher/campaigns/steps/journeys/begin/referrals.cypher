// Who referred somebody in a span of time.
// mode   read
// param  from        datetime        inclusive
// param  until       datetime        exclusive
// param  after       string = ''     key of the last row of the page before
// param  limit       integer = 5000
// row    key         string          unique
// row    customerId  string          who referred
// row    at          datetime
// needs  index referred_at
// try    :param from => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param after => '';
// try    :param limit => 20;
MATCH (referrer:Customer)-[referral:REFERRED]->(:Customer)
WHERE referral.at >= $from AND referral.at < $until AND referral.key > $after
RETURN referral.key AS key, referrer.id AS customerId, referral.at AS at
ORDER BY key
LIMIT $limit;
