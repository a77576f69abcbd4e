// Referral programmes that may still owe rewards: those that run or ran.
// mode   read
// param  limit  integer = 1000
// row    id     string          unique
// needs  constraint referral_programme_id
// try    :param limit => 20;
MATCH (programme:ReferralProgramme)
WHERE programme.startedAt IS NOT NULL
RETURN programme.id AS id
ORDER BY id
LIMIT $limit;
