// Writes ties that the graph does not hold: who referred whom. Fails on one it holds; one whose end is missing is left out and not counted.
// mode  write
// param rows list<tuple>
// .  fromId        string    row[0]
// .  toId          string    row[1]
// .  key           string    row[2]  fromId|toId|what tells several ties of the kind apart
// .  closeness     float     row[3]
// .  since         epoch?    row[4]
// .  lastSeen      epoch?    row[5]
// .  source        string?   row[6]
// .  confidence    float?    row[7]  0..1
// .  interactions  integer?  row[8]
// .  code          string?   row[9]
// .  campaign      string?   row[10]
// .  status        string?   row[11]
// .  at            epoch?    row[12]
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [['x1', 'x1', 'x1', 0.5, 1767225600000, 1767225600000, 'x', 0.5, 1, 'x', 'x', 'x', 1767225600000]]}
UNWIND $rows AS row
MATCH (a:Customer {id: row[0]})
MATCH (b:Customer {id: row[1]})
CREATE (a)-[:REFERRED {key: row[2], closeness: row[3], source: row[6], confidence: row[7], interactions: row[8],
  code: row[9], campaign: row[10], status: row[11],
  since: CASE WHEN row[4] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[4])}) END,
  lastSeen: CASE WHEN row[5] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[5])}) END,
  at: CASE WHEN row[12] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[12])}) END}]->(b)
RETURN count(*) AS written;
