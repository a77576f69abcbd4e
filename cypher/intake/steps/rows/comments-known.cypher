// All that the graph holds of reactions to posts (COMMENTED_ON) at the first end of these rows.
// Generated from src/intake/kinds/voice.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  customerId  string
// row customerId  string
// row postId      string
// row at          datetime
// needs constraint customer_id
// try   :param rows => [{customerId: 'C0000001'}];
UNWIND $rows AS row
WITH DISTINCT row.customerId AS customerId
MATCH (customer:Customer {id: customerId})-[tie:COMMENTED_ON]->(post:Post)
RETURN customerId, post.id AS postId, tie.at AS at;
