// Writes posts as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/voice.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id          string     id of the post
// .  at          datetime?  when
// .  textSealed  string?    its text, sealed
// .  language    string?    language
// .  kind        string?    what it is
// .  rating      integer?   stars
// .  customerId  string     who wrote it
// .  replyTo     string?    the post that it answers
// .  productId   string?    the product that it is about
// .  storeId     string?    the store that it is about
// row written  integer
// needs constraint post_id
// try   :param rows => [{id: 'x1', at: datetime('2026-01-01'), textSealed: 'x1', language: 'x1', kind: 'x1', rating: 1, customerId: 'C0000001', replyTo: 'T0000001-1', productId: 'P001', storeId: 'S001'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (post:Post {id: row.id})
SET post.at = row.at, post.textSealed = row.textSealed, post.language = row.language, post.kind = row.kind,
    post.rating = row.rating
WITH post, row, customer
CALL (post, row) {
  MATCH (post)<-[old:POSTED]-(other:Customer)
  WHERE other.id <> row.customerId
  SET other:Changed
  DELETE old
}
CALL (post, row) {
  MATCH (post)-[old:REPLY_TO]->(other:Post)
  WHERE row.replyTo IS NULL OR other.id <> row.replyTo
  DELETE old
}
CALL (post, row) {
  MATCH (post)-[old:ABOUT]->(other:Product)
  WHERE row.productId IS NULL OR other.id <> row.productId
  DELETE old
}
CALL (post, row) {
  MATCH (post)-[old:ABOUT]->(other:Store)
  WHERE row.storeId IS NULL OR other.id <> row.storeId
  DELETE old
}
CALL (post, row) {
  MATCH (replyTo:Post {id: row.replyTo})
  MERGE (post)-[:REPLY_TO]->(replyTo)
}
CALL (post, row) {
  MATCH (product:Product {id: row.productId})
  MERGE (post)-[:ABOUT]->(product)
}
CALL (post, row) {
  MATCH (store:Store {id: row.storeId})
  MERGE (post)-[:ABOUT]->(store)
}
MERGE (post)<-[:POSTED]-(customer)
SET customer:Changed
RETURN count(*) AS written;
