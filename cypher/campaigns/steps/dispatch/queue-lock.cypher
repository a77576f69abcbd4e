// Takes the lock of a campaign that is being sent, and tells what of its budget is left. No row unless it is running.
// mode   write
// param  id           string
// row    running      boolean
// row    purpose      string?
// row    budgetMinor  integer?  most it may cost, minor units
// row    spentMinor   integer   cost of the campaign itself and of the messages that left or are leaving
// row    currency     string?
// needs  index campaign_id
// try    :param id => 'M001';
OPTIONAL MATCH (campaign:Campaign {id: $id})
SET campaign.asked = null // locks it
WITH campaign
RETURN coalesce(campaign.status = 'LAUNCHED', false) AS running, campaign.purpose AS purpose,
  campaign.budgetMinor AS budgetMinor, coalesce(campaign.costMinor, 0) + coalesce(campaign.spentMinor, 0) AS spentMinor,
  campaign.currency AS currency;
