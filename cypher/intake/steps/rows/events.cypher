// Writes events as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/voice.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  key         string    the parts of its key, joined
// .  source      string    the source
// .  id          string    id in that source
// .  type        string    what happened
// .  at          datetime  when
// .  payload     string?   more about it
// .  customerId  string    who did it
// row written  integer
// needs constraint event_key
// try   :param rows => [{key: 'x1', source: 'x1', id: 'x1', type: 'x1', at: datetime('2026-01-01'), payload: 'x1', customerId: 'C0000001'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (event:Event {key: row.key})
SET event.source = row.source, event.id = row.id, event.type = row.type, event.at = row.at, event.payload = row.payload
WITH event, row, customer
CALL (event, row) {
  MATCH (event)<-[old:DID]-(other:Customer)
  WHERE other.id <> row.customerId
  SET other:Changed
  DELETE old
}
MERGE (event)<-[:DID]-(customer)
SET customer:Changed
RETURN count(*) AS written;
