// What the graph holds of these ties already: who commented on which post.
// mode  read
// param rows list<record>
// .  customerId  string
// .  postId      string
// .  at          datetime
// row customerId  string
// row postId      string
// row at          datetime
// try   :params {rows: [{customerId: 'x1', postId: 'x1', at: datetime('2026-01-01')}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (post:Post {id: row.postId})
MATCH (customer)-[tie:COMMENTED_ON {at: row.at}]->(post)
RETURN customer.id AS customerId, post.id AS postId, tie.at AS at;
