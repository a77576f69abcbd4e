// Adds to what the messages of a campaign cost; less than nothing gives back.
// mode   write
// param  id       string
// param  amount   integer  minor units
// row    charged  integer
// needs  index campaign_id
// try    :param id => 'M001';
// try    :param amount => 5;
MATCH (campaign:Campaign {id: $id})
SET campaign.spentMinor = coalesce(campaign.spentMinor, 0) + $amount
RETURN count(campaign) AS charged;
