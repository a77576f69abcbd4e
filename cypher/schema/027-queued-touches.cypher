// Touches that are still to be sent know their campaign, as those do that are written from now on.
// mode schema
MATCH (campaign:Campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch)
WHERE touch.dueAt IS NOT NULL AND touch.campaignId IS NULL
SET touch.campaignId = campaign.id;
