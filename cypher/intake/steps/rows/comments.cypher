// Writes reactions to posts (COMMENTED_ON) as the rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/voice.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  customerId  string    who
// .  postId      string    to which post
// .  at          datetime  when; needed for SHARED and COMMENTED_ON
// row written  integer
// needs constraint customer_id
// needs constraint post_id
// try   :param rows => [{customerId: 'C0000001', postId: 'T0000001-1', at: datetime('2026-01-01')}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (post:Post {id: row.postId})
MERGE (customer)-[tie:COMMENTED_ON {at: row.at}]->(post)
RETURN count(*) AS written;
