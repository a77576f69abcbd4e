// Keeps alerts on unusual access, each once by its id. One that was acknowledged stays as it was.
// mode   write
// param  now       datetime
// param  rows      list<record>
// .  id        string    rule|viewer|day: the same finding again is the same alert
// .  rule      string
// .  severity  string    LOW, MEDIUM, HIGH
// .  viewer    string    subject of the token
// .  role      string
// .  at        datetime  of what was found
// .  value     float     what was measured
// .  bound     float     from where on it is unusual
// .  why       string
// .  whyZh     string
// row    raised    integer   new ones
// row    changed   integer   open ones that say something else now
// needs  constraint alert_id
// try    :param now => datetime();
// try    :param rows => [];
UNWIND $rows AS row
MERGE (alert:Alert {id: row.id})
  ON CREATE SET alert.status = 'OPEN', alert.raisedAt = $now, alert.fresh = true
WITH row, alert, alert.fresh IS NOT NULL AS fresh, alert.status = 'OPEN' AS open, alert.why AS before
FOREACH (_ IN CASE WHEN open THEN [1] ELSE [] END |
  SET alert.rule = row.rule, alert.severity = row.severity, alert.viewer = row.viewer, alert.role = row.role,
    alert.at = row.at, alert.value = row.value, alert.bound = row.bound, alert.why = row.why, alert.whyZh = row.whyZh
  REMOVE alert.fresh)
RETURN count(CASE WHEN fresh THEN 1 END) AS raised, count(CASE WHEN open AND NOT fresh AND before <> row.why THEN 1 END) AS changed;
