// The touches of running campaigns that are to be sent now, or whose claim ran out, the longest due first.
// mode   read
// param  now         datetime
// param  limit       integer
// row    id          string    unique
// row    customerId  string
// row    campaignId  string
// row    purpose     string
// row    channel     string
// needs  index touch_due
// try    :params {now: datetime(), limit: 50}
MATCH (touch:Touch)
WHERE touch.dueAt <= $now
MATCH (campaign:Campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch)<-[:RECEIVED]-(customer:Customer)
WHERE campaign.status = 'LAUNCHED'
WITH touch, campaign, customer
ORDER BY touch.dueAt, touch.id
LIMIT $limit
RETURN touch.id AS id, customer.id AS customerId, campaign.id AS campaignId, campaign.purpose AS purpose,
  campaign.channel AS channel;
