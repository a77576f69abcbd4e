// Ties what posts answer, and unties what a file says otherwise.
// mode  write
// param rows list<record>
// .  id   string
// .  end  string?  null unties
// row   written  integer
// try   :params {rows: [{id: 'x1', end: 'x2'}]}
UNWIND $rows AS row
MATCH (post:Post {id: row.id})
CALL (post, row) {
  MATCH (post)-[old:REPLY_TO]->(other:Post)
  WHERE row.end IS NULL OR other.id <> row.end
  DELETE old
}
CALL (post, row) {
  MATCH (end:Post {id: row.end})
  MERGE (post)-[:REPLY_TO]->(end)
}
RETURN count(*) AS written;
