// What the graph holds of these touches already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id          string     unique
// row campaignId  string?
// row customerId  string?
// row variant     string?
// row at          datetime?
// row channel     string?
// needs constraint touch_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (touch:Touch {id: row.id})
OPTIONAL MATCH (touch)<-[:RECEIVED]-(customer:Customer)
OPTIONAL MATCH (touch)-[:OF_VARIANT]->(variant:Variant)<-[:HAS_VARIANT]-(campaign:Campaign)
RETURN touch.id AS id, campaign.id AS campaignId, customer.id AS customerId, variant.name AS variant, touch.at AS at,
       touch.channel AS channel;
