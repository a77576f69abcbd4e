// The one KNOWS of these pairs anew from their ties, and none where no tie is left: closeness = 1 - product of (1 - closeness).
// mode  write
// param rows list<record>
// .  low   string  smaller id, where KNOWS starts
// .  high  string  larger id
// row   written  integer
// needs constraint knows_pair
// try   :params {rows: [{low: 'c1', high: 'c2'}]}
UNWIND $rows AS row
MATCH (low:Customer {id: row.low})
MATCH (high:Customer {id: row.high})
WITH low, high, COLLECT {
  MATCH (low)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(high)
  RETURN tie
  ORDER BY tie.closeness
} AS ties
CALL (low, high, ties) {
  WITH low, high, ties
  WHERE size(ties) > 0
  MERGE (low)-[knows:KNOWS {pair: low.id + '|' + high.id}]->(high)
  SET knows.closeness = 1.0 - reduce(left = 1.0, tie IN ties | left * (1.0 - tie.closeness)),
      knows.kinds = [kind IN ['FAMILY_OF', 'FOLLOWS', 'REFERRED', 'REPORTS_TO', 'SHARES_INTEREST_WITH', 'WORKS_WITH']
                     WHERE any(tie IN ties WHERE type(tie) = kind)],
      knows.since = reduce(first = NULL, tie IN ties | CASE WHEN first <= tie.since OR tie.since IS NULL THEN first ELSE tie.since END)
}
CALL (low, high, ties) {
  WITH low, high, ties
  WHERE size(ties) = 0
  MATCH (low)-[gone:KNOWS]-(high)
  DELETE gone
}
RETURN count(*) AS written;
