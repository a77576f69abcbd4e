// Writes conversions as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/campaigns.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id          string    id of the conversion
// .  at          datetime  when
// .  valueMinor  integer?  value, in minor units
// .  touchId     string    the touch that led to it
// .  orderId     string?   the order
// row written  integer
// needs constraint conversion_id
// try   :param rows => [{id: 'x1', at: datetime('2026-01-01'), valueMinor: 1, touchId: 'M001-C0000001', orderId: 'O0000001-001'}];
UNWIND $rows AS row
MATCH (touch:Touch {id: row.touchId})
MERGE (conversion:Conversion {id: row.id})
SET conversion.at = row.at, conversion.valueMinor = row.valueMinor
WITH conversion, row, touch
CALL (conversion, row) {
  MATCH (conversion)<-[old:LEADS_TO]-(other:Touch)
  WHERE other.id <> row.touchId
  DELETE old
}
CALL (conversion, row) {
  MATCH (conversion)-[old:OF_ORDER]->(other:Order)
  WHERE row.orderId IS NULL OR other.id <> row.orderId
  DELETE old
}
CALL (conversion, row) {
  MATCH (ordered:Order {id: row.orderId})
  MERGE (conversion)-[:OF_ORDER]->(ordered)
}
MERGE (conversion)<-[:LEADS_TO]-(touch)
RETURN count(*) AS written;
