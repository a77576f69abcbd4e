// Writes the KNOWS of pairs that have none yet, summed up from their ties, in the transaction that wrote the ties. Fails on a pair that has one.
// mode  write
// param rows list<record>
// .  low        string        smaller id, where KNOWS starts
// .  high       string        larger id
// .  pair       string        low|high
// .  closeness  float         1 - product of (1 - closeness of each tie)
// .  kinds      list<string>  sorted, each once
// .  since      epoch?        of the oldest tie
// row   written  integer
// needs constraint knows_pair
// try   :param rows => [{low: 'C0000001', high: 'C0000002', pair: 'C0000001|C0000002', closeness: 0.5, kinds: ['FOLLOWS'], since: 1767225600000}];
UNWIND $rows AS row
MATCH (low:Customer {id: row.low})
MATCH (high:Customer {id: row.high})
CREATE (low)-[:KNOWS {pair: row.pair, closeness: row.closeness, kinds: row.kinds,
  since: CASE WHEN row.since IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.since)}) END}]->(high)
SET low:Changed, high:Changed
RETURN count(*) AS written;
