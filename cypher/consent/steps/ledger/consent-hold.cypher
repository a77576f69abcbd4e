// Draws the consents that hold as edges, one for each customer, purpose and channel. Runs after consent-lock in the same
// transaction, so that nobody else draws them: MERGE would take the lock of the purpose, which all transactions share.
// mode   write
// param  rows         list<record>
// .  customerId   string
// .  purposeId    string
// .  channel      string
// .  since        datetime
// .  until        datetime?
// .  textVersion  string?
// .  proof        string?
// .  textNumber   integer    of the text it was given to
// .  eventId      string     the event of the ledger it rests on
// row    held         integer
// needs  constraint consent_key
// try    :param rows => [{customerId: 'C0000001', purposeId: 'marketing', channel: 'SMS', since: datetime(), textNumber: 1, eventId: 'e1'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (purpose:Purpose {id: row.purposeId})
WITH row, customer, purpose, row.customerId + '|' + row.purposeId + '|' + row.channel AS key
OPTIONAL MATCH (customer)-[known:CONSENTS_TO {key: key}]->(purpose)
CALL (customer, purpose, key, known) {
  WITH * WHERE known IS NULL
  CREATE (customer)-[consent:CONSENTS_TO {key: key}]->(purpose)
  RETURN consent
  UNION ALL
  WITH * WHERE known IS NOT NULL
  RETURN known AS consent
}
SET customer:Changed, consent.channel = row.channel, consent.since = row.since, consent.until = row.until,
    consent.textVersion = row.textVersion, consent.textNumber = row.textNumber, consent.proof = row.proof,
    consent.eventId = row.eventId
RETURN count(consent) AS held;
