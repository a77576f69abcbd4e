// Writes posts as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id          string
// .  at          datetime?
// .  textSealed  string?    sealed under the author's key
// .  language    string?
// .  kind        string?    POST, COMMENT or REVIEW
// .  rating      integer?   1..5
// .  customerId  string
// row   written  integer
// needs constraint post_id
// try   :params {rows: [{id: 'x1', at: datetime('2026-01-01'), textSealed: 'x', language: 'x', kind: 'x', rating: 1, customerId: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (post:Post {id: row.id})
SET post.at = row.at, post.textSealed = row.textSealed, post.language = row.language, post.kind = row.kind,
    post.rating = row.rating
MERGE (customer)-[:POSTED]->(post)
RETURN count(*) AS written;
