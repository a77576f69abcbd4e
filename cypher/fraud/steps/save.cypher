// What a check found of accounts, for those where it changed. A row without score takes what was there away.
// mode   write
// param  rows        list<record>
// .      customerId  string
// .      score       integer?       0..100
// .      signals     list<string>?
// .      reasons     list<string>?  one for each signal, without naming others
// .      ring        string?
// row    changed     integer
// needs  constraint customer_id
// try    :params {rows: [{customerId: 'c1', score: 60, signals: ['CYCLE'], reasons: ['part of a closed circle'], ring: null}]}
UNWIND $rows AS row
MATCH (account:Customer:Profiled {id: row.customerId})
SET account.fraudScore = row.score, account.fraudSignals = row.signals, account.fraudReasons = row.reasons, account.fraudRing = row.ring
RETURN count(account) AS changed;
