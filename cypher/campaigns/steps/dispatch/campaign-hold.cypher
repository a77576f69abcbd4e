// Pauses a running campaign by itself, and notes why.
// mode   write
// param  id      string
// param  because string    BUDGET or CURRENCY
// row    paused  integer
// needs  index campaign_id
// try    :param id => 'M001';
// try    :param because => 'BUDGET';
MATCH (campaign:Campaign {id: $id})
WHERE campaign.status = 'LAUNCHED'
SET campaign.status = 'PAUSED', campaign.pausedBecause = $because
RETURN count(campaign) AS paused;
