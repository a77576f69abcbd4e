// All that the graph holds of these ties at their first end: who commented on which post.
// mode  read
// param rows list<record>
// .  customerId  string
// row customerId  string
// row postId      string
// row at          datetime
// try   :params {rows: [{customerId: 'x1'}]}
UNWIND $rows AS row
WITH DISTINCT row.customerId AS customerId
MATCH (customer:Customer {id: customerId})-[tie:COMMENTED_ON]->(post:Post)
RETURN customerId, post.id AS postId, tie.at AS at;
