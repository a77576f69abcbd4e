// Writes conversions as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id          string
// .  at          datetime
// .  valueMinor  integer?  minor units
// row   written  integer
// needs constraint conversion_id
// try   :params {rows: [{id: 'x1', at: datetime('2026-01-01'), valueMinor: 1}]}
UNWIND $rows AS row
MERGE (conversion:Conversion {id: row.id})
SET conversion.at = row.at, conversion.valueMinor = row.valueMinor
RETURN count(*) AS written;
