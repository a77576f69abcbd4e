// What decides whether a customer may be contacted: the consent edge that holds, and the last word of the ledger if none does.
// mode   read
// param  customerId    string
// param  purposeId     string
// param  channel       string
// param  now           datetime
// row    doNotContact  boolean
// row    since         datetime?  of the consent that holds
// row    until         datetime?
// row    textVersion   string?
// row    lastAction    string?    GIVEN, WITHDRAWN: the latest event on this purpose and channel
// row    lastAt        datetime?
// row    lastUntil     datetime?
// needs  index customer_id
// try    :params {customerId: 'c1', purposeId: 'marketing', channel: 'SMS', now: datetime()}
MATCH (customer:Customer {id: $customerId})
CALL (customer) {
  OPTIONAL MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = $purposeId AND consent.channel IN [$channel, 'ALL'] AND (consent.until IS NULL OR consent.until > $now)
  RETURN consent
  ORDER BY consent.since DESC, consent.channel
  LIMIT 1
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
  WHERE event.purposeId = $purposeId AND ($channel = 'ALL' OR event.channel IN [$channel, 'ALL'])
  RETURN event
  ORDER BY event.at DESC, event.action DESC, event.id DESC
  LIMIT 1
}
RETURN customer:DoNotContact AS doNotContact,
       consent.since AS since, consent.until AS until, consent.textVersion AS textVersion,
       event.action AS lastAction, event.at AS lastAt, event.until AS lastUntil;
