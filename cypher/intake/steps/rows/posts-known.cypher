// What the graph holds of these posts; those it does not know are left out.
// Generated from src/intake/kinds/voice.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the post
// row id          string     unique
// row at          datetime?
// row textSealed  string?
// row language    string?
// row kind        string?
// row rating      integer?
// row customerId  string?
// row replyTo     string?
// row productId   string?
// row storeId     string?
// needs constraint post_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (post:Post {id: row.id})
OPTIONAL MATCH (post)<-[:POSTED]-(customer:Customer)
OPTIONAL MATCH (post)-[:REPLY_TO]->(replyTo:Post)
OPTIONAL MATCH (post)-[:ABOUT]->(product:Product)
OPTIONAL MATCH (post)-[:ABOUT]->(store:Store)
RETURN post.id AS id, post.at AS at, post.textSealed AS textSealed, post.language AS language, post.kind AS kind,
       post.rating AS rating, customer.id AS customerId, replyTo.id AS replyTo, product.id AS productId,
       store.id AS storeId;
