// What besides consents decided on contact with a customer: bans on contact and grounds other than consent, oldest first.
// mode   read
// param  customerId  string
// row    id          string     unique
// row    kind        string     BANNED, LIFTED, BASIS, BASIS_ENDED
// row    at          datetime
// row    purposeId   string?
// row    basis       string?
// row    reason      string?
// row    until       datetime?
// row    by          string?
// needs  index customer_id
// try    :param customerId => 'C0000001';
MATCH (:Customer {id: $customerId})-[:HAS_STANDING_EVENT]->(event:StandingEvent)
RETURN event.id AS id, event.kind AS kind, event.at AS at, event.purposeId AS purposeId, event.basis AS basis,
       event.reason AS reason, event.until AS until, event.by AS by
ORDER BY at, id;
