// Writes conversions as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id          string
// .  at          datetime
// .  valueMinor  integer?  minor units
// .  touchId     string?
// .  orderId     string?
// row   written  integer
// needs constraint conversion_id
// try   :params {rows: [{id: 'x1', at: datetime('2026-01-01'), valueMinor: 1, touchId: 'x', orderId: 'x'}]}
UNWIND $rows AS row
MERGE (conversion:Conversion {id: row.id})
SET conversion.at = row.at, conversion.valueMinor = row.valueMinor
WITH conversion, row
CALL (conversion, row) {
  OPTIONAL MATCH (conversion)<-[old:LEADS_TO]-(end:Touch)
  WHERE row.touchId IS NULL OR end.id <> row.touchId
  DELETE old
}
CALL (conversion, row) {
  MATCH (end:Touch {id: row.touchId})
  MERGE (conversion)<-[:LEADS_TO]-(end)
}
CALL (conversion, row) {
  OPTIONAL MATCH (conversion)-[old:OF_ORDER]->(end:Order)
  WHERE row.orderId IS NULL OR end.id <> row.orderId
  DELETE old
}
CALL (conversion, row) {
  MATCH (end:Order {id: row.orderId})
  MERGE (conversion)-[:OF_ORDER]->(end)
}
RETURN count(*) AS written;
