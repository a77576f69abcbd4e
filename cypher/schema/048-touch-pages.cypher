// A campaign's touches in the order of their ids, a page at a time; those that were imported know their campaign too.
// mode schema
MATCH (campaign:Campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch)
WHERE touch.campaignId IS NULL
CALL (campaign, touch) {
  SET touch.campaignId = campaign.id
} IN TRANSACTIONS OF 1000 ROWS;
CREATE INDEX touch_page IF NOT EXISTS FOR (n:Touch) ON (n.campaignId, n.id);
