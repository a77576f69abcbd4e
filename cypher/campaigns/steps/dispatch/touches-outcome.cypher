// What became of a claimed batch. A touch that another server took over, or of which a receipt came already, stays as it is.
// mode   write
// param  rows      list<record>
// .  id       string
// .  state    string     SENT, FAILED, or PLANNED to try again
// .  dueAt    datetime?  of the next try
// .  problem  string?
// param  holder    string
// param  now       datetime
// row    recorded  integer
// needs  constraint touch_id
// try    :params {rows: [{id: 'k1|c1', state: 'SENT'}], holder: 'h', now: datetime()}
UNWIND $rows AS row
MATCH (touch:Touch {id: row.id})
WITH row, touch
ORDER BY touch.id
SET touch.asked = null // locks it
WITH row, touch
WHERE touch.holder = $holder AND touch.state = 'SENDING'
SET touch.state = row.state, touch.dueAt = row.dueAt, touch.problem = row.problem, touch.holder = null,
    touch.sentAt = CASE row.state WHEN 'SENT' THEN $now ELSE touch.sentAt END
RETURN count(touch) AS recorded;
