// What came back of deliveries. Of each event of a delivery the first time stays, so that one that is told again changes nothing. A bounce stands
// against what was delivered; whatever a person did shows that it arrived.
// mode   write
// param  rows      list<record>
// .  deliveryId  string
// .  event       string    DELIVERED, BOUNCED, OPENED, CLICKED, REPLIED, UNSUBSCRIBED
// .  at          datetime
// row    fresh     integer
// needs  constraint touch_id
// try    :param rows => [{deliveryId: 'M001-C0000001', event: 'OPENED', at: datetime()}];
UNWIND $rows AS row
MATCH (touch:Touch {id: row.deliveryId})
WITH row, touch
ORDER BY touch.id, row.at
SET touch.asked = null // locks it
WITH row, touch, CASE row.event WHEN 'DELIVERED' THEN touch.deliveredAt WHEN 'BOUNCED' THEN touch.bouncedAt
  WHEN 'OPENED' THEN touch.openedAt WHEN 'CLICKED' THEN touch.clickedAt WHEN 'REPLIED' THEN touch.repliedAt
  ELSE touch.unsubscribedAt END AS before
SET touch.deliveredAt = CASE WHEN row.event <> 'BOUNCED' THEN coalesce(touch.deliveredAt, row.at) ELSE touch.deliveredAt END,
    touch.bouncedAt = CASE row.event WHEN 'BOUNCED' THEN coalesce(before, row.at) ELSE touch.bouncedAt END,
    touch.openedAt = CASE row.event WHEN 'OPENED' THEN coalesce(before, row.at) ELSE touch.openedAt END,
    touch.clickedAt = CASE row.event WHEN 'CLICKED' THEN coalesce(before, row.at) ELSE touch.clickedAt END,
    touch.repliedAt = CASE row.event WHEN 'REPLIED' THEN coalesce(before, row.at) ELSE touch.repliedAt END,
    touch.unsubscribedAt = CASE row.event WHEN 'UNSUBSCRIBED' THEN coalesce(before, row.at) ELSE touch.unsubscribedAt END,
    touch.dueAt = null,
    touch.state = CASE
      WHEN row.event = 'BOUNCED' THEN 'BOUNCED'
      WHEN touch.state IN ['SKIPPED', 'BOUNCED'] THEN touch.state
      ELSE 'DELIVERED' END
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS fresh;
