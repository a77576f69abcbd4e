// Writes posts as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id          string
// .  at          datetime?
// .  textSealed  string?    sealed under the author's key
// .  language    string?
// .  kind        string?    POST, COMMENT or REVIEW
// .  rating      integer?   1..5
// .  replyTo     string?
// .  productId   string?
// .  storeId     string?
// .  customerId  string
// row   written  integer
// needs constraint post_id
// try   :params {rows: [{id: 'x1', at: datetime('2026-01-01'), textSealed: 'x', language: 'x', kind: 'x', rating: 1, replyTo: 'x', productId: 'x', storeId: 'x', customerId: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (post:Post {id: row.id})
SET post.at = row.at, post.textSealed = row.textSealed, post.language = row.language, post.kind = row.kind,
    post.rating = row.rating
MERGE (customer)-[:POSTED]->(post)
WITH post, row
CALL (post, row) {
  OPTIONAL MATCH (post)-[old:REPLY_TO]->(end:Post)
  WHERE row.replyTo IS NULL OR end.id <> row.replyTo
  DELETE old
}
CALL (post, row) {
  MATCH (end:Post {id: row.replyTo})
  MERGE (post)-[:REPLY_TO]->(end)
}
CALL (post, row) {
  OPTIONAL MATCH (post)-[old:ABOUT]->(end:Product)
  WHERE row.productId IS NULL OR end.id <> row.productId
  DELETE old
}
CALL (post, row) {
  MATCH (end:Product {id: row.productId})
  MERGE (post)-[:ABOUT]->(end)
}
CALL (post, row) {
  OPTIONAL MATCH (post)-[old:ABOUT]->(end:Store)
  WHERE row.storeId IS NULL OR end.id <> row.storeId
  DELETE old
}
CALL (post, row) {
  MATCH (end:Store {id: row.storeId})
  MERGE (post)-[:ABOUT]->(end)
}
RETURN count(*) AS written;
