// Keeps the churn warnings that hold now: one that is open says what it says now, others begin. Safe to repeat.
// mode   write
// param  rows          list<record>
// .      customerId    string
// .      rule          string        SPEND, SILENCE, TOUCHPOINTS
// .      because       list<string>  what of the rule holds
// .      usualMinor    float?
// .      beforeMinor   float?
// .      latelyMinor   float?
// .      logins        integer?
// .      lastLoginAt   datetime?
// .      sent          integer?
// .      orders        list<string>  ids
// .      events        list<string>  keys
// param  now           datetime
// row    kept          integer
// row    begun         integer
// needs  constraint warned_key
// try    :param rows => [];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer:Profiled {id: row.customerId})
MERGE (rule:WarningRule {id: row.rule})
WITH row, customer, rule
CALL (row, customer, rule) {
  OPTIONAL MATCH (customer)-[open:WARNED]->(rule)
  WHERE open.until IS NULL
  RETURN head(collect(open.key)) AS openKey
}
MERGE (customer)-[warned:WARNED {key: coalesce(openKey, row.customerId + '|' + row.rule + '|' + toString($now))}]->(rule)
  ON CREATE SET warned.since = $now
SET warned.seenAt = $now, warned.because = row.because, warned.usualMinor = row.usualMinor, warned.beforeMinor = row.beforeMinor,
    warned.latelyMinor = row.latelyMinor, warned.logins = row.logins, warned.lastLoginAt = row.lastLoginAt, warned.sent = row.sent,
    warned.orders = row.orders, warned.events = row.events
RETURN count(warned) AS kept, count(CASE WHEN openKey IS NULL THEN 1 END) AS begun;
