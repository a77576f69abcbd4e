// What the consent ledger holds of these events already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id           string     unique
// row customerId   string
// row purposeId    string
// row channel      string
// row action       string
// row at           datetime
// row until        datetime?
// row textVersion  string?
// row via          string
// row proof        string?
// row guardian     boolean
// needs constraint consent_event_id
// try   :param rows => [{id: 'e1'}];
UNWIND $rows AS row
MATCH (event:ConsentEvent {id: row.id})
RETURN event.id AS id, event.customerId AS customerId, event.purposeId AS purposeId, event.channel AS channel,
       event.action AS action, event.at AS at, event.until AS until, event.textVersion AS textVersion, event.via AS via,
       event.proof AS proof, coalesce(event.guardian, false) AS guardian;
