// Ties the categories of products, and unties what a file says otherwise.
// mode  write
// param rows list<record>
// .  id   string
// .  end  string?  null unties
// row   written  integer
// try   :params {rows: [{id: 'x1', end: 'x2'}]}
UNWIND $rows AS row
MATCH (product:Product {id: row.id})
CALL (product, row) {
  MATCH (product)-[old:IN_CATEGORY]->(other:Category)
  WHERE row.end IS NULL OR other.id <> row.end
  DELETE old
}
CALL (product, row) {
  MATCH (end:Category {id: row.end})
  MERGE (product)-[:IN_CATEGORY]->(end)
}
RETURN count(*) AS written;
