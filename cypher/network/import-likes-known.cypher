// What the graph holds of these ties already: who liked which post.
// mode  read
// param rows list<record>
// .  customerId  string
// .  postId      string
// row customerId  string
// row postId      string
// row at          datetime?
// try   :params {rows: [{customerId: 'x1', postId: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (post:Post {id: row.postId})
MATCH (customer)-[tie:LIKED]->(post)
RETURN customer.id AS customerId, post.id AS postId, tie.at AS at;
