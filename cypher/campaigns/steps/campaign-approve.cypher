// Approves a draft, and notes how many it would have reached.
// mode   write
// param  id        string
// param  by        string    subject of the token
// param  size      integer   customers who could be reached
// param  now       datetime
// row    approved  integer
// needs  index campaign_id
// try    :param id => 'M001';
// try    :param by => 'me';
// try    :param size => 10;
// try    :param now => datetime();
MATCH (campaign:Campaign {id: $id})
SET campaign.asked = null // locks it
WITH campaign
WHERE campaign.status = 'DRAFT'
SET campaign.status = 'APPROVED', campaign.approvedBy = $by, campaign.approvedAt = $now, campaign.approvedSize = $size,
    campaign.pausedBecause = null
RETURN count(campaign) AS approved;
