// What decides whether a customer may be contacted: the consent that holds, and the last word of the ledger if none does.
// mode   read
// param  customerId    string
// param  purposeId     string
// param  channel       string
// param  now           datetime
// row    doNotContact  boolean
// row    since         datetime?  of the consent that holds
// row    until         datetime?
// row    textVersion   string?
// row    withdrawnAt   datetime?  the latest event on this purpose and channel is a withdrawal
// row    expiredAt     datetime?  it is a consent that ran out
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
  WHERE ($channel = 'ALL' OR coalesce(event.channel, 'ALL') IN [$channel, 'ALL'])
    AND $purposeId IN [(event)-[:ABOUT_PURPOSE]->(purpose:Purpose) | purpose.id]
  RETURN event
  ORDER BY event.at DESC, event.action DESC, event.id DESC
  LIMIT 1
}
RETURN customer:DoNotContact AS doNotContact,
       consent.since AS since, consent.until AS until, consent.textVersion AS textVersion,
       CASE event.action WHEN 'WITHDRAWN' THEN event.at END AS withdrawnAt,
       CASE WHEN event.action = 'GIVEN' AND event.until <= $now THEN event.until END AS expiredAt;
