// What the contact rule needs to know of customers, those together of whom it is the same: a row for each such group and each
// purpose and channel asked. The one place that asks whether a consent of a person holds. Read after consent-lock in the same
// transaction, it stays so until its end.
// mode   read
// param  asked         list<record>
// .  purposeId  string
// .  channel    string   one of them, ALL, or ANY for a consent on any channel
// param  now           datetime
// param  given         record        in one map: a list by itself would have the statement planned anew for each of its sizes, which takes longest
// .  customerIds  list<string>  at most 5,000 at once
// .  since        datetime?     from when on messages that left are counted; null counts none
// .  except       list<string>  touches that do not count: those that are asked about
// .  brief        boolean       only what decides: no times and texts to show, so that few groups are left of many customers
// row    customerIds   list<string>
// row    purposeId     string
// row    channel       string
// row    doNotContact  boolean
// row    restricted    boolean    processing of their data is restricted
// row    since         datetime?  of the consent that holds
// row    until         datetime?
// row    textVersion   string?
// row    lastAction    string?    of the latest event on this purpose and channel; null where a consent holds
// row    lastAt        datetime?
// row    lastUntil     datetime?
// row    lastGuardian  boolean
// row    askAgain      boolean    a consent to an older text is to be asked again; false where a consent holds
// row    guardianUntil datetime?  the customer counts as under 14 before then
// row    basis         string?    legal basis other than consent, of the customer or else of the purpose
// row    basisReason   string?
// row    timeZone      string?    of the customer
// row    recent        integer    messages of campaigns that left since then, or are leaving; 0 for who has no ground
// needs  index customer_id
// try    :param asked => [{purposeId: 'marketing', channel: 'SMS'}];
// try    :param now => datetime();
// try    :param given => ({customerIds: ['C0000001'], since: null, except: [], brief: false});
UNWIND $asked AS asked
OPTIONAL MATCH (purpose:Purpose {id: asked.purposeId})
UNWIND $given.customerIds AS customerId
MATCH (customer:Customer {id: customerId})
CALL (customer, asked) {
  // coalesce keeps the planner from starting at the purpose, where nearly everyone hangs
  OPTIONAL MATCH (customer)-[consent:CONSENTS_TO]->(to:Purpose)
  WHERE coalesce(to.id, '') = asked.purposeId AND (asked.channel = 'ANY' OR consent.channel IN [asked.channel, 'ALL'])
    AND (consent.until IS NULL OR consent.until > $now)
  RETURN consent
  ORDER BY consent.since DESC, consent.channel
  LIMIT 1
}
CALL (customer, customerId, asked, consent) {
  WITH * WHERE consent IS NULL
  OPTIONAL MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
  WHERE (asked.channel IN ['ALL', 'ANY'] OR coalesce(event.channel, 'ALL') IN [asked.channel, 'ALL'])
    AND asked.purposeId IN [(event)-[:ABOUT_PURPOSE]->(about:Purpose) | about.id]
  WITH customer, customerId + '|' + asked.purposeId AS key, event
  ORDER BY event.at DESC,
    CASE event.action WHEN 'OBJECTED' THEN 2 WHEN 'WITHDRAWN' THEN 1 ELSE 0 END DESC, event.id DESC
  WITH customer, key, collect(event) AS events
  WITH customer, key, events, [said IN events WHERE said.action <> 'REFRESHED'][0] AS said
  // what only refreshes a consent does not revive a refused one
  WITH customer, key, CASE WHEN said.action IN ['WITHDRAWN', 'OBJECTED'] THEN said ELSE events[0] END AS event
  OPTIONAL MATCH (customer)-[again:ASK_AGAIN {key: key}]->(:Purpose)
  OPTIONAL MATCH (customer)-[ground:RESTS_ON {key: key}]->(:Purpose)
  WHERE ground.until IS NULL OR ground.until > $now
  RETURN collect({event: event, again: again, ground: ground}) AS others
}
WITH *, others[0].event AS event, others[0].again AS again, others[0].ground AS ground
// of a refusal only its kind decides, of a consent only that there is one
WITH customerId, asked, customer:DoNotContact AS doNotContact, customer:Restricted AS restricted,
  CASE WHEN NOT $given.brief THEN consent.since WHEN consent IS NOT NULL THEN $now END AS since,
  CASE WHEN NOT $given.brief THEN consent.until END AS until,
  CASE WHEN NOT $given.brief THEN consent.textVersion END AS textVersion, event.action AS lastAction,
  CASE WHEN $given.brief AND event.action IN ['WITHDRAWN', 'OBJECTED'] THEN $now ELSE event.at END AS lastAt,
  event.until AS lastUntil, coalesce(event.guardian, false) AS lastGuardian,
  again IS NOT NULL AND asked.channel IN again.channels + ['ALL', 'ANY'] AS askAgain,
  customer.guardianUntil AS guardianUntil,
  coalesce(ground.basis, CASE WHEN purpose.legalBasis <> 'CONSENT' THEN purpose.legalBasis END) AS basis,
  CASE WHEN $given.brief THEN null WHEN ground IS NULL THEN purpose.basisReason ELSE ground.reason END AS basisReason,
  customer.timeZone AS timeZone,
  // who has no ground at all is not asked how often
  CASE WHEN $given.since IS NULL OR consent IS NULL AND ground IS NULL AND coalesce(purpose.legalBasis, 'CONSENT') = 'CONSENT'
    THEN 0 ELSE COUNT {
    MATCH (customer)-[:RECEIVED]->(touch:Touch)
    WHERE (touch.sentAt >= $given.since OR touch.state = 'SENDING') AND NOT touch.id IN $given.except
  } END AS recent
RETURN collect(customerId) AS customerIds, asked.purposeId AS purposeId, asked.channel AS channel, doNotContact, restricted,
  since, until, textVersion, lastAction, lastAt, lastUntil, lastGuardian, askAgain, guardianUntil, basis, basisReason,
  timeZone, recent
ORDER BY purposeId, channel, customerIds[0];
