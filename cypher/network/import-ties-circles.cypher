// Writes ties that the graph does not hold: shared interests. Fails on one it holds; one whose end is missing is left out and not counted.
// mode  write
// param rows list<record>
// .  fromId        string
// .  toId          string
// .  key           string    fromId|toId|what tells several ties of the kind apart
// .  closeness     float
// .  since         epoch?
// .  lastSeen      epoch?
// .  source        string?
// .  confidence    float?    0..1
// .  interactions  integer?
// .  interest      string?
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [{fromId: 'x1', toId: 'x1', key: 'x1', closeness: 0.5, since: 1767225600000, lastSeen: 1767225600000, source: 'x', confidence: 0.5, interactions: 1, interest: 'x'}]}
UNWIND $rows AS row
MATCH (a:Customer {id: row.fromId})
MATCH (b:Customer {id: row.toId})
CREATE (a)-[:SHARES_INTEREST_WITH {key: row.key, closeness: row.closeness, source: row.source, confidence: row.confidence, interactions: row.interactions,
  interest: row.interest,
  since: CASE WHEN row.since IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.since)}) END,
  lastSeen: CASE WHEN row.lastSeen IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.lastSeen)}) END}]->(b)
RETURN count(*) AS written;
