// Accounts with signs of referral fraud, the most suspicious first. A score is a question to a person, not a verdict.
// mode   read
// param  minScore    integer = 50   0..100
// param  first       integer = 50
// row    customerId  customer       unique
// row    score       integer        0..100
// row    signals     list<string>
// row    ringId      string?
// row    reasons     list<string>      a sentence for each signal
// row    reasonsZh   list<string>      the same in Chinese
// needs  run fraud check            scores of the last check
// api    suspiciousAccounts
// titleZh 有推荐欺诈迹象的账户，最可疑者在前；分数是给人的提示，不是结论。
// for    analyst admin
// try    :param minScore => 50;
// try    :param first => 20;
MATCH (account:Profiled)
WHERE account.fraudScore >= $minScore
RETURN account.id AS customerId, account.fraudScore AS score, account.fraudSignals AS signals, account.fraudRing AS ringId,
  account.fraudReasons AS reasons, coalesce(account.fraudReasonsZh, []) AS reasonsZh
ORDER BY score DESC, customerId
LIMIT $first;
