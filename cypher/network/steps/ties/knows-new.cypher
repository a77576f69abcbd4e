// Writes the KNOWS of pairs that have none yet, summed up from their ties, in the transaction that wrote the ties. Fails on a pair that has one.
// mode  write
// param rows list<tuple>
// .  low        string        row[0]  smaller id, where KNOWS starts
// .  high       string        row[1]  larger id
// .  pair       string        row[2]  low|high
// .  closeness  float         row[3]  1 - product of (1 - closeness of each tie)
// .  kinds      list<string>  row[4]  sorted, each once
// .  since      epoch?        row[5]  of the oldest tie
// row   written  integer
// needs constraint knows_pair
// try   :params {rows: [['c1', 'c2', 'c1|c2', 0.5, ['FOLLOWS'], 1767225600000]]}
UNWIND $rows AS row
MATCH (low:Customer {id: row[0]})
MATCH (high:Customer {id: row[1]})
CREATE (low)-[:KNOWS {pair: row[2], closeness: row[3], kinds: row[4],
  since: CASE WHEN row[5] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[5])}) END}]->(high)
RETURN count(*) AS written;
