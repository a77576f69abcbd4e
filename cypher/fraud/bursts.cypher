// Bursts: referrals by or of one account so close together in time that people would hardly meet as fast.
// mode   read
// param  hours       integer = 72   length of a burst
// param  first       integer = 100
// row    customerId  customer       unique
// row    strength    float          a quarter for each referral in one burst, from two on: .5, .75, 1
// row    family      boolean        only with relatives would it be a burst
// row    referrals   integer        in one burst, 2..4; 4 is four or more
// needs  index customer_id
// api    referralBursts
// titleZh 突击推荐：同一账户的推荐在时间上过于密集，不像真人相识。
// for    analyst admin
// try    :param hours => 72;
// try    :param first => 20;
MATCH (account:Profiled)-[referral:REFERRED]-(other:Profiled)
WITH account, other, min(coalesce(referral.at, referral.since)) AS at
WHERE at IS NOT NULL
WITH account, at, EXISTS { (account) ((:Profiled)-[:FAMILY_OF]-(:Profiled)){1,2} (other) } AS related
ORDER BY at
WITH account, collect(at) AS whole, collect(CASE WHEN NOT related THEN at END) AS strange
WHERE size(whole) > 1
WITH account, duration({hours: $hours}) AS span, whole, strange
WITH account,
  [n IN [4, 3, 2] WHERE any(i IN range(0, size(whole) - n) WHERE whole[i + n - 1] <= whole[i] + span)][0] AS most,
  [n IN [4, 3, 2] WHERE any(i IN range(0, size(strange) - n) WHERE strange[i + n - 1] <= strange[i] + span)][0] AS mostStrange
WHERE most IS NOT NULL
WITH account, mostStrange IS NULL AS family, coalesce(mostStrange, most) AS referrals
RETURN account.id AS customerId, referrals / 4.0 AS strength, family, referrals
ORDER BY strength DESC, customerId
LIMIT $first;
