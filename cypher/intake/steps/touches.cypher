// Writes touches as they are in a file, with the variants of their campaigns.
// mode  write
// param rows list<record>
// .  id          string
// .  campaignId  string
// .  customerId  string
// .  variantId   string    campaign and variant
// .  variant     string
// .  at          datetime
// .  channel     string?
// row   written  integer
// needs constraint touch_id
// needs constraint variant_id
// try   :param rows => [{id: 'x1', campaignId: 'M001', customerId: 'C0000001', variantId: 'x1', variant: 'x1', at: datetime('2026-01-01'), channel: 'x'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (campaign:Campaign {id: row.campaignId})
MERGE (variant:Variant {id: row.variantId})
  ON CREATE SET variant.name = row.variant
MERGE (campaign)-[:HAS_VARIANT]->(variant)
MERGE (touch:Touch {id: row.id})
SET touch.at = row.at, touch.channel = row.channel, touch.campaignId = row.campaignId
MERGE (customer)-[:RECEIVED]->(touch)
WITH touch, variant, row
CALL (touch, row) {
  OPTIONAL MATCH (touch)-[old:OF_VARIANT]->(end:Variant)
  WHERE end.id <> row.variantId
  DELETE old
}
MERGE (touch)-[:OF_VARIANT]->(variant)
RETURN count(*) AS written;
