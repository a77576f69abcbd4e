// Finds what a campaign has to send through a channel, longest due first, and the minute in which a channel's rate was used up.
// mode schema
CREATE INDEX touch_queue IF NOT EXISTS FOR (n:Touch) ON (n.campaignId, n.channel, n.dueAt);
CREATE CONSTRAINT send_rate_id IF NOT EXISTS FOR (n:SendRate) REQUIRE n.id IS UNIQUE;
CREATE INDEX campaign_status IF NOT EXISTS FOR (n:Campaign) ON (n.status);
