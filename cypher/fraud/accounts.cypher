// Accounts with signs of referral fraud, the most suspicious first. A score is a question to a person, not a verdict.
// mode   read
// param  minScore    integer = 50   0..100
// param  first       integer = 50
// row    customerId  customer       unique
// row    score       integer        0..100
// row    signals     list<string>
// row    ringId      string?
// row    why         string
// needs  run fraud check            scores of the last check
// api    suspiciousAccounts
// for    analyst admin
// try    :params {minScore: 50, first: 20}
MATCH (account:Profiled)
WHERE account.fraudScore >= $minScore
RETURN account.id AS customerId, account.fraudScore AS score, account.fraudSignals AS signals, account.fraudRing AS ringId,
  reduce(text = '', reason IN account.fraudReasons | text + CASE WHEN text = '' THEN '' ELSE '; ' END + reason) AS why
ORDER BY score DESC, customerId
LIMIT $first;
