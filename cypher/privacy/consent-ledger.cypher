// The consent ledger of customers: everything they gave and withdrew.
// mode   read
// param  customerIds  list<string>
// row    id           string      unique
// row    customerId   string
// row    purposeId    string
// row    channel      string
// row    action       string      GIVEN, WITHDRAWN
// row    at           datetime
// row    until        datetime?
// row    textVersion  string?
// row    via          string
// row    proof        string?
// needs  index customer_id
// try    :params {customerIds: ['c1']}
UNWIND $customerIds AS customerId
MATCH (:Customer {id: customerId})-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
WITH customerId, event
MATCH (event)-[:ABOUT_PURPOSE]->(purpose:Purpose)
RETURN event.id AS id, customerId, purpose.id AS purposeId, coalesce(event.channel, 'ALL') AS channel,
       event.action AS action, event.at AS at, event.until AS until, event.textVersion AS textVersion,
       event.via AS via, event.proof AS proof
ORDER BY customerId, at, id;
