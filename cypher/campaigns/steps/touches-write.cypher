// Touches those of a page who may be contacted at this moment, each once, and counts the others by reason. Every customer is
// locked before the consent is looked at, so that nobody is touched who withdrew a moment ago.
// mode   write
// param  rows            list<record>
// .  customerId   string
// .  variantId    string
// .  notBefore    datetime?  when their quiet hours end
// param  campaignId      string
// param  purposeId       string
// param  channel         string
// param  now             datetime
// row    inSegment       integer
// row    touched         integer       new
// row    waiting         integer       of them, not to be reached before their quiet hours end
// row    alreadyTouched  integer       may be contacted, and had been touched by this campaign before
// row    doNotContact    integer       left out, as are those below
// row    withdrawn       integer
// row    objected        integer
// row    expired         integer
// row    underAge        integer
// row    askAgain        integer
// row    noConsent       integer
// needs  constraint touch_id
// try    :params {rows: [{customerId: 'c1', variantId: 'k1|A', notBefore: null}], campaignId: 'k1', purposeId: 'marketing', channel: 'SMS', now: datetime()}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId}) SET customer.alias = customer.alias
WITH row, customer, customer:DoNotContact AS banned, EXISTS {
  MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = $purposeId AND consent.channel IN [$channel, 'ALL'] AND (consent.until IS NULL OR consent.until > $now)
} AS consents
OPTIONAL MATCH (known:Touch {id: $campaignId + '|' + row.customerId})
CALL (customer, banned, consents) {
  WITH * WHERE NOT banned AND NOT consents
  MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
  WHERE ($channel = 'ALL' OR coalesce(event.channel, 'ALL') IN [$channel, 'ALL']) AND $purposeId IN [(event)-[:ABOUT_PURPOSE]->(purpose:Purpose) | purpose.id]
  WITH customer, event
  ORDER BY event.at DESC, CASE event.action WHEN 'OBJECTED' THEN 2 WHEN 'WITHDRAWN' THEN 1 ELSE 0 END DESC, event.id DESC LIMIT 1
  RETURN collect(CASE
    WHEN event.action IN ['WITHDRAWN', 'OBJECTED'] THEN event.action
    WHEN customer.guardianUntil > $now THEN 'UNDER_AGE'
    WHEN event.until <= $now OR event.guardian AND event.at < customer.guardianUntil THEN 'EXPIRED'
    WHEN event.at < customer.guardianUntil THEN 'UNDER_AGE'
    WHEN EXISTS { (customer)-[again:ASK_AGAIN]->(:Purpose {id: $purposeId}) WHERE $channel IN again.channels + 'ALL' } THEN 'ASK_AGAIN' END) AS last
}
WITH row, customer, known IS NOT NULL AS before, CASE WHEN banned THEN 'DO_NOT_CONTACT' WHEN consents THEN 'CONSENTED' 
     ELSE coalesce(head(last), CASE WHEN customer.guardianUntil > $now THEN 'UNDER_AGE' END, 'NO_CONSENT') END AS reason
CALL (row, customer, before, reason) {
  WITH * WHERE reason = 'CONSENTED' AND NOT before
  MATCH (variant:Variant {id: row.variantId})
  MERGE (touch:Touch {id: $campaignId + '|' + row.customerId})
    ON CREATE SET touch.at = $now, touch.channel = $channel, touch.notBefore = row.notBefore
  MERGE (customer)-[:RECEIVED]->(touch) MERGE (touch)-[:OF_VARIANT]->(variant)
  RETURN count(touch) AS written
}
RETURN count(*) AS inSegment, sum(written) AS touched, sum(CASE WHEN row.notBefore IS NOT NULL THEN written ELSE 0 END) AS waiting,
       count(CASE WHEN reason = 'CONSENTED' AND before THEN 1 END) AS alreadyTouched,
       count(CASE reason WHEN 'DO_NOT_CONTACT' THEN 1 END) AS doNotContact, count(CASE reason WHEN 'WITHDRAWN' THEN 1 END) AS withdrawn,
       count(CASE reason WHEN 'OBJECTED' THEN 1 END) AS objected, count(CASE reason WHEN 'EXPIRED' THEN 1 END) AS expired,
       count(CASE reason WHEN 'UNDER_AGE' THEN 1 END) AS underAge, count(CASE reason WHEN 'ASK_AGAIN' THEN 1 END) AS askAgain,
       count(CASE reason WHEN 'NO_CONSENT' THEN 1 END) AS noConsent;
