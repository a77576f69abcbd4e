// Appends events to the consent ledger, each id once. Runs after consent-lock in the same transaction, so that nobody else draws
// what is drawn here: it is created, since MERGE would take the lock of the purpose, which all transactions share.
// mode   write
// param  rows         list<record>
// .  id           string
// .  customerId   string
// .  purposeId    string
// .  channel      string     ALL, SMS, MAIL, CALL, WECHAT, MINI_PROGRAM, GROUP
// .  action       string     GIVEN, REFRESHED, WITHDRAWN, OBJECTED
// .  at           datetime
// .  until        datetime?
// .  textVersion  string?
// .  via          string
// .  proof        string?    a reference, nothing personal
// .  guardian     boolean    said by the guardian of a child under 14
// param  now          datetime
// row    appended     integer
// row    repeated     integer    were in the ledger already
// row    conflicting  integer    their id is in the ledger with another meaning: nothing was changed
// row    unknown      integer    no such customer
// needs  constraint consent_event_id
// try    :param rows => [{id: 'e1', customerId: 'C0000001', purposeId: 'marketing', channel: 'SMS', action: 'GIVEN', at: datetime(), via: 'form', guardian: false}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (purpose:Purpose {id: row.purposeId})
OPTIONAL MATCH (known:ConsentEvent {id: row.id})
WITH row, customer, purpose, known IS NULL AS fresh
MERGE (event:ConsentEvent {id: row.id})
  ON CREATE SET event.customerId = row.customerId, event.purposeId = row.purposeId, event.channel = row.channel,
    event.action = row.action, event.at = row.at, event.until = row.until, event.textVersion = row.textVersion,
    event.via = row.via, event.proof = row.proof, event.guardian = row.guardian,
    event.recordedAt = $now
WITH event, fresh, customer, purpose,
     event.customerId = row.customerId AND event.purposeId = row.purposeId
       AND event.channel = row.channel AND event.action = row.action AS same
WITH event, fresh, count(*) AS said, count(CASE WHEN NOT same THEN 1 END) AS others,
     collect(CASE WHEN same THEN {customer: customer, purpose: purpose} END) AS ends
FOREACH (end IN CASE WHEN fresh THEN ends[..1] ELSE [] END |
  FOREACH (customer IN [end.customer] | CREATE (customer)-[:HAS_CONSENT_EVENT]->(event))
  FOREACH (purpose IN [end.purpose] | CREATE (event)-[:ABOUT_PURPOSE]->(purpose)))
WITH count(CASE WHEN fresh THEN 1 END) AS appended, coalesce(sum(others), 0) AS conflicting, coalesce(sum(said), 0) AS found
RETURN appended, found - appended - conflicting AS repeated, conflicting, size($rows) - found AS unknown;
