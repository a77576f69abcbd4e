// Takes an approved campaign back to a draft that says why: at its time nobody could be reached.
// mode   write
// param  id      string
// row    turned  integer
// needs  index campaign_id
// try    :param id => 'M001';
MATCH (campaign:Campaign {id: $id})
WHERE campaign.status = 'APPROVED'
SET campaign.status = 'DRAFT', campaign.pausedBecause = 'NOBODY'
RETURN count(campaign) AS turned;
