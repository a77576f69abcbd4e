// Writes ties as they are in a file: who commented on which post.
// mode  write
// param rows list<record>
// .  customerId  string
// .  postId      string
// .  at          datetime
// row   written  integer
// try   :params {rows: [{customerId: 'x1', postId: 'x1', at: datetime('2026-01-01')}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (post:Post {id: row.postId})
MERGE (customer)-[tie:COMMENTED_ON {at: row.at}]->(post)
RETURN count(*) AS written;
