// Writes the KNOWS of pairs as they were summed up from their ties, in the transaction that wrote the ties.
// mode  write
// param rows list<record>
// .  low        string        smaller id, where KNOWS starts
// .  high       string        larger id
// .  pair       string        low|high
// .  closeness  float         1 - product of (1 - closeness of each tie)
// .  kinds      list<string>  sorted, each once
// .  since      datetime?     of the oldest tie
// row   written  integer
// needs constraint knows_pair
// try   :param rows => [{low: 'C0000001', high: 'C0000002', pair: 'C0000001|C0000002', closeness: 0.5, kinds: ['FOLLOWS'], since: datetime('2026-01-01')}];
UNWIND $rows AS row
MATCH (low:Customer {id: row.low})
MATCH (high:Customer {id: row.high})
MERGE (low)-[knows:KNOWS {pair: row.pair}]->(high)
SET low:Changed, high:Changed, knows.closeness = row.closeness, knows.kinds = row.kinds, knows.since = row.since
RETURN count(*) AS written;
