// The consent ledger of customers: everything they gave and refused, and until when each is a child.
// mode   read
// param  customerIds  list<string>
// row    id           string      unique
// row    customerId   string
// row    purposeId    string
// row    channel      string
// row    action       string      GIVEN, REFRESHED, WITHDRAWN, OBJECTED
// row    at           datetime
// row    until        datetime?
// row    textVersion  string?
// row    via          string
// row    proof        string?
// row    guardian     boolean     said by the guardian of a child under 14
// row    guardianUntil  datetime?   of the customer
// needs  index customer_id
// try    :param customerIds => ['C0000001'];
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
WITH customerId, customer, event
MATCH (event)-[:ABOUT_PURPOSE]->(purpose:Purpose)
RETURN event.id AS id, customerId, purpose.id AS purposeId, coalesce(event.channel, 'ALL') AS channel,
       event.action AS action, event.at AS at, event.until AS until, event.textVersion AS textVersion,
       event.via AS via, event.proof AS proof,
       coalesce(event.guardian, false) AS guardian, customer.guardianUntil AS guardianUntil
ORDER BY customerId, at, id;
