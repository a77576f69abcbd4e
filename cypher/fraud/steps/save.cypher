// What a check found of accounts, for those where it changed. A row without score takes what was there away.
// mode   write
// param  rows        list<record>
// .      customerId  string
// .      score       integer?       0..100
// .      signals     list<string>?
// .      reasons     list<string>?  one for each signal, without naming others
// .      reasonsZh   list<string>?  the same in Chinese
// .      ring        string?
// row    changed     integer
// needs  constraint customer_id
// try    :param rows => [{customerId: 'C0000001', score: 60, signals: ['CYCLE'], reasons: ['part of a closed circle'], reasonsZh: ['处于闭环中'], ring: null}];
UNWIND $rows AS row
MATCH (account:Customer:Profiled {id: row.customerId})
SET account.fraudScore = row.score, account.fraudSignals = row.signals, account.fraudReasons = row.reasons,
  account.fraudReasonsZh = row.reasonsZh, account.fraudRing = row.ring
RETURN count(account) AS changed;
