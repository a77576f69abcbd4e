// Claims touches for one server, as the contact rule decided in this transaction. A claim that ran out is taken over where sending twice does
// no harm; elsewhere, and for whoever may not be contacted any more, nobody knows whether it was sent.
// mode   write
// param  rows      list<record>
// .  id         string
// .  reason     string?    why they may not be contacted; null where they may
// .  notBefore  datetime?  when their quiet hours end
// param  holder    string     of this batch
// param  until     datetime   when the claim runs out
// param  again     boolean    the adapter drops what it had before
// param  most      integer    tries
// param  cost      integer    of one message, minor units
// param  now       datetime
// row    claimed   integer
// row    fresh     integer    of them, those that were not being sent before
// row    skipped   integer
// row    waiting   integer
// row    unknown   integer
// row    failed    integer
// needs  constraint touch_id
// try    :param rows => [{id: 'M001-C0000001'}];
// try    :param holder => 'h';
// try    :param until => datetime();
// try    :param again => true;
// try    :param most => 5;
// try    :param cost => 0;
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (touch:Touch {id: row.id})
WITH row, touch
ORDER BY touch.id
SET touch.asked = null // locks it
WITH row, touch
WHERE touch.dueAt <= $now
WITH row, touch, touch.state = 'SENDING' AS taken, CASE
  WHEN touch.state = 'SENDING' AND (NOT $again OR row.reason IS NOT NULL) THEN 'UNKNOWN'
  WHEN row.reason IS NOT NULL THEN 'SKIPPED'
  WHEN coalesce(touch.tries, 0) >= $most THEN 'FAILED'
  WHEN row.notBefore IS NOT NULL THEN 'WAITING'
  ELSE 'SENDING' END AS next
SET touch.state = CASE next WHEN 'WAITING' THEN touch.state ELSE next END,
    touch.reason = row.reason,
    touch.notBefore = coalesce(row.notBefore, touch.notBefore),
    touch.dueAt = CASE next WHEN 'SENDING' THEN $until WHEN 'WAITING' THEN row.notBefore END,
    touch.holder = CASE next WHEN 'SENDING' THEN $holder END,
    touch.costMinor = CASE WHEN next = 'SENDING' AND NOT taken AND $cost > 0 THEN $cost ELSE touch.costMinor END,
    touch.tries = coalesce(touch.tries, 0) + CASE next WHEN 'SENDING' THEN 1 ELSE 0 END
RETURN count(CASE next WHEN 'SENDING' THEN 1 END) AS claimed,
  count(CASE WHEN next = 'SENDING' AND NOT taken THEN 1 END) AS fresh, count(CASE next WHEN 'SKIPPED' THEN 1 END) AS skipped,
  count(CASE next WHEN 'WAITING' THEN 1 END) AS waiting, count(CASE next WHEN 'UNKNOWN' THEN 1 END) AS unknown,
  count(CASE next WHEN 'FAILED' THEN 1 END) AS failed;
