// For whom what they wait for has happened.
// mode   read
// param  rows   list<record>
// .      id     string
// .      event  string    ordered, referred, posted, opened, clicked, replied, event
// .      type   string?   of an event
// .      since  datetime  since when they wait
// row    id     string    unique
// needs  constraint journey_run_id
// try    :param rows => [{id: 'j|C0000001|O0000001-001', event: 'ordered', type: null, since: datetime()}];
UNWIND $rows AS row
MATCH (customer:Customer)-[:IN_JOURNEY]->(run:JourneyRun {id: row.id})
WHERE CASE row.event
  WHEN 'ordered' THEN EXISTS { MATCH (customer)-[:PLACED]->(order:Order) WHERE order.at > row.since AND order.refundedAt IS NULL }
  WHEN 'referred' THEN EXISTS { MATCH (customer)-[referral:REFERRED]->(:Customer) WHERE referral.at > row.since }
  WHEN 'posted' THEN EXISTS { MATCH (customer)-[:POSTED]->(post:Post) WHERE post.at > row.since }
  WHEN 'opened' THEN EXISTS { MATCH (run)-[:SENT]->(touch:Touch) WHERE touch.openedAt IS NOT NULL }
  WHEN 'clicked' THEN EXISTS { MATCH (run)-[:SENT]->(touch:Touch) WHERE touch.clickedAt IS NOT NULL }
  WHEN 'replied' THEN EXISTS { MATCH (run)-[:SENT]->(touch:Touch) WHERE touch.repliedAt IS NOT NULL }
  WHEN 'event' THEN EXISTS { MATCH (customer)-[:DID]->(event:Event) WHERE event.type = row.type AND event.at > row.since }
  ELSE false END
RETURN DISTINCT run.id AS id
ORDER BY id;
