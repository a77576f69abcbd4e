// What decides whether a customer may be contacted: the consent that holds, and the last word of the ledger if none does.
// mode   read
// param  customerId    string
// param  purposeId     string
// param  channel       string     one of them, ALL, or ANY for whether any is held
// param  now           datetime
// row    doNotContact  boolean
// row    restricted    boolean    the use of their data is restricted
// row    since         datetime?  of the consent that holds
// row    until         datetime?
// row    textVersion   string?
// row    lastAction    string?    of the latest event on this purpose and channel
// row    lastAt        datetime?
// row    lastGuardian  boolean?
// row    lastUntil     datetime?
// row    askAgain      boolean    a consent to an older text is to be asked again
// row    guardianUntil datetime?  the customer counts as under 14 before then
// row    basis         string?    a ground besides consent, of the customer or else of the purpose
// row    basisReason   string?
// row    timeZone      string?    of the customer
// needs  index customer_id
// try    :params {customerId: 'c1', purposeId: 'marketing', channel: 'SMS', now: datetime()}
MATCH (customer:Customer {id: $customerId})
CALL (customer) {
  OPTIONAL MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = $purposeId AND ($channel = 'ANY' OR consent.channel IN [$channel, 'ALL']) AND (consent.until IS NULL OR consent.until > $now)
  RETURN consent
  ORDER BY consent.since DESC, consent.channel
  LIMIT 1
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
  WHERE ($channel IN ['ALL', 'ANY'] OR coalesce(event.channel, 'ALL') IN [$channel, 'ALL'])
    AND $purposeId IN [(event)-[:ABOUT_PURPOSE]->(purpose:Purpose) | purpose.id]
  RETURN event
  ORDER BY event.at DESC, CASE event.action WHEN 'OBJECTED' THEN 2 WHEN 'WITHDRAWN' THEN 1 ELSE 0 END DESC, event.id DESC
  LIMIT 1
}
OPTIONAL MATCH (asked:Purpose {id: $purposeId})
OPTIONAL MATCH (customer)-[ground:RESTS_ON {key: $customerId + '|' + $purposeId}]->(asked)
  WHERE ground.until IS NULL OR ground.until > $now
OPTIONAL MATCH (customer)-[again:ASK_AGAIN {key: $customerId + '|' + $purposeId}]->(asked)
RETURN customer:DoNotContact AS doNotContact, customer:Restricted AS restricted,
       consent.since AS since, consent.until AS until, consent.textVersion AS textVersion,
       event.action AS lastAction, event.at AS lastAt, coalesce(event.guardian, false) AS lastGuardian,
       CASE WHEN event.action IN ['GIVEN', 'REFRESHED'] THEN event.until END AS lastUntil,
       again IS NOT NULL AND ($channel IN again.channels + ['ALL', 'ANY']) AS askAgain,
       customer.guardianUntil AS guardianUntil,
       coalesce(ground.basis, CASE WHEN asked.legalBasis <> 'CONSENT' THEN asked.legalBasis END) AS basis,
       coalesce(ground.reason, asked.basisReason) AS basisReason,
       customer.timeZone AS timeZone;
