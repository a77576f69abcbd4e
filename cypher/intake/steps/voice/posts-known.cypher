// What the graph holds of these posts already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id          string     unique
// row at          datetime?
// row textSealed  string?
// row language    string?
// row kind        string?
// row rating      integer?
// row replyTo     string?
// row productId   string?
// row storeId     string?
// row customerId  string?
// needs constraint post_id
// try   :params {rows: [{id: 'x1'}]}
UNWIND $rows AS row
MATCH (post:Post {id: row.id})
OPTIONAL MATCH (post)-[:REPLY_TO]->(replyToEnd:Post)
OPTIONAL MATCH (post)-[:ABOUT]->(productIdEnd:Product)
OPTIONAL MATCH (post)-[:ABOUT]->(storeIdEnd:Store)
OPTIONAL MATCH (post)<-[:POSTED]-(customer:Customer)
RETURN post.id AS id, post.at AS at, post.textSealed AS textSealed, post.language AS language, post.kind AS kind, post.rating AS rating, replyToEnd.id AS replyTo, productIdEnd.id AS productId, storeIdEnd.id AS storeId, customer.id AS customerId;
