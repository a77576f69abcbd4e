// What the last check left on accounts.
// mode   read
// row    customerId  string  unique
// row    score       integer
// row    signals     list<string>
// row    reasons     list<string>
// row    reasonsZh   list<string>
// row    ring        string?
// needs  index profiled_fraud_score
MATCH (account:Profiled)
WHERE account.fraudScore IS NOT NULL
RETURN account.id AS customerId, account.fraudScore AS score, account.fraudSignals AS signals, account.fraudReasons AS reasons,
  coalesce(account.fraudReasonsZh, []) AS reasonsZh, account.fraudRing AS ring
ORDER BY customerId;
