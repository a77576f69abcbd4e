// Touches customers, each touch once: of a campaign one for each customer, of a journey's message one for each run. The contact rule decided
// on them under lock in the same transaction. The one statement that plans a message.
// mode   write
// param  rows            list<record>
// .  id           string     of the touch
// .  campaignId   string
// .  customerId   string
// .  variantId    string
// .  ground       string     CONSENT, or the legal basis on which it is allowed
// .  channel      string     by which they are reached
// .  notBefore    datetime?  when their quiet hours end
// param  now             datetime
// row    touched         integer    new
// row    waiting         integer    of them, not to be reached before their quiet hours end
// row    alreadyTouched  integer    had been touched before
// needs  constraint touch_id
// try    :param rows => [{id: 'M001-C0000001', campaignId: 'M001', customerId: 'C0000001', variantId: 'M001|A', ground: 'CONSENT', channel: 'SMS'}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
OPTIONAL MATCH (known:Touch {id: row.id})
WITH row, customer, known IS NOT NULL AS before
CALL (row, customer, before) {
  WITH * WHERE NOT before
  MATCH (variant:Variant {id: row.variantId})
  MERGE (touch:Touch {id: row.id})
    ON CREATE SET touch.at = $now, touch.campaignId = row.campaignId,
      touch.channel = row.channel, touch.ground = row.ground, touch.notBefore = row.notBefore,
      touch.state = 'PLANNED', touch.dueAt = CASE WHEN variant.text IS NOT NULL THEN coalesce(row.notBefore, $now) END
  // both ends of a touch are made with it, in this transaction or another's of the same locked customer
  WITH customer, variant, touch WHERE NOT EXISTS { (touch)-[:OF_VARIANT]->() }
  CREATE (customer)-[:RECEIVED]->(touch)-[:OF_VARIANT]->(variant)
  RETURN count(touch) AS written
}
RETURN coalesce(sum(written), 0) AS touched,
  coalesce(sum(CASE WHEN row.notBefore IS NOT NULL THEN written ELSE 0 END), 0) AS waiting,
  count(CASE WHEN before THEN 1 END) AS alreadyTouched;
