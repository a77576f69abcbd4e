// Rings: suspicious accounts that refer each other or share a payment account, a device or an address.
// mode   read
// param  first    integer = 20
// row    ringId   string        unique
// row    size     integer
// row    members  list<customer>
// row    score    float         mean of its members, 0..100
// row    signals  list<string>
// row    held     integer       rewards of its members that are held
// row    counts   list<integer> members with each of the signals
// needs  run fraud check        scores of the last check
// api    fraudRings
// titleZh 团伙：彼此推荐，或共用支付账户、设备、地址的可疑账户。
// for    analyst admin
// try    :param first => 20;
MATCH (member:Profiled)
WHERE member.fraudRing IS NOT NULL
WITH member
ORDER BY member.id
WITH member.fraudRing AS ringId, collect(member) AS accounts, avg(member.fraudScore) AS score
ORDER BY size(accounts) DESC, score DESC, ringId
LIMIT $first
CALL (accounts) {
  UNWIND accounts AS account
  UNWIND account.fraudSignals AS signal
  WITH signal, count(*) AS times
  ORDER BY times DESC, signal
  RETURN collect(signal) AS signals, collect(times) AS counts
}
RETURN ringId, size(accounts) AS size, [account IN accounts | account.id] AS members, score, signals,
  reduce(sum = 0, account IN accounts | sum + COUNT { (account)-[:EARNED]->(:Reward {status: 'HELD'}) }) AS held,
  counts
ORDER BY size DESC, score DESC, ringId;
