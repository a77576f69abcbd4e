// What became of claimed touches. One that another server took over, or of which a receipt came already, stays as it is.
// mode   write
// param  rows      list<record>
// .  id       string
// .  state    string     SENT, FAILED, SKIPPED, UNKNOWN, or PLANNED to try again
// .  dueAt    datetime?  of the next try
// .  problem  string?
// .  reason   string?    of the contact rule, where it was skipped
// .  channel  string?    another one to try
// .  counts   boolean    as a try
// param  holder    string
// param  now       datetime
// row    recorded  integer
// row    refund    integer    cost of those that did not leave, minor units
// needs  constraint touch_id
// try    :param rows => [{id: 'M001-C0000001', state: 'SENT', counts: true}];
// try    :param holder => 'h';
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (touch:Touch {id: row.id})
WITH row, touch
ORDER BY touch.id
SET touch.asked = null // locks it
WITH row, touch
WHERE touch.holder = $holder AND touch.state = 'SENDING'
WITH row, touch, CASE WHEN row.state IN ['SENT', 'UNKNOWN'] THEN 0 ELSE coalesce(touch.costMinor, 0) END AS refund
SET touch.state = row.state, touch.dueAt = row.dueAt, touch.problem = row.problem, touch.holder = null,
    touch.reason = row.reason, touch.channel = coalesce(row.channel, touch.channel),
    touch.tries = touch.tries - CASE WHEN row.counts THEN 0 ELSE 1 END,
    touch.costMinor = CASE WHEN row.state IN ['SENT', 'UNKNOWN'] THEN touch.costMinor END,
    touch.sentAt = CASE row.state WHEN 'SENT' THEN $now ELSE touch.sentAt END
RETURN count(touch) AS recorded, sum(refund) AS refund;
