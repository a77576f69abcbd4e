// The touches of a campaign that are to be sent through a channel now, or whose claim ran out, the longest due first.
// mode   read
// param  campaignId  string
// param  channel     string
// param  now         datetime
// param  limit       integer
// row    id          string    unique
// row    customerId  string
// needs  index touch_queue
// try    :param campaignId => 'M001';
// try    :param channel => 'SMS';
// try    :param now => datetime();
// try    :param limit => 50;
MATCH (touch:Touch)
WHERE touch.campaignId = $campaignId AND touch.channel = $channel AND touch.dueAt <= $now
WITH touch
ORDER BY touch.dueAt
LIMIT $limit
MATCH (touch)<-[:RECEIVED]-(customer:Customer)
RETURN touch.id AS id, customer.id AS customerId
ORDER BY touch.dueAt, id;
