// Writes events as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  key         string
// .  source      string
// .  id          string
// .  type        string
// .  at          datetime
// .  payload     string?   JSON
// .  customerId  string
// row   written  integer
// needs constraint event_key
// try   :params {rows: [{key: 'x1', source: 'x1', id: 'x1', type: 'x1', at: datetime('2026-01-01'), payload: 'x', customerId: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (event:Event {key: row.key})
SET event.source = row.source, event.id = row.id, event.type = row.type, event.at = row.at, event.payload =
    row.payload
MERGE (customer)-[:DID]->(event)
RETURN count(*) AS written;
