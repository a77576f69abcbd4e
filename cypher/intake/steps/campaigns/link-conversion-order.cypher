// Ties the orders of conversions, and unties what a file says otherwise.
// mode  write
// param rows list<record>
// .  id   string
// .  end  string?  null unties
// row   written  integer
// try   :param rows => [{id: 'x1', end: 'x2'}];
UNWIND $rows AS row
MATCH (conversion:Conversion {id: row.id})
CALL (conversion, row) {
  MATCH (conversion)-[old:OF_ORDER]->(other:Order)
  WHERE row.end IS NULL OR other.id <> row.end
  DELETE old
}
CALL (conversion, row) {
  MATCH (end:Order {id: row.end})
  MERGE (conversion)-[:OF_ORDER]->(end)
}
RETURN count(*) AS written;
