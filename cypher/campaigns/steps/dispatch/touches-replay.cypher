// Lets what could not be sent, or may have left or not, be sent again from now on; a campaign that was done runs again.
// mode   write
// param  campaignId  string
// param  now         datetime
// param  state       string    FAILED or UNKNOWN
// row    replayed    integer
// needs  index campaign_id
// try    :param campaignId => 'M001';
// try    :param now => datetime();
// try    :param state => 'FAILED';
MATCH (campaign:Campaign {id: $campaignId})-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch {state: $state})
WITH campaign, touch
ORDER BY touch.id
SET touch.asked = null // locks it
WITH campaign, touch
WHERE touch.state = $state
SET touch.state = 'PLANNED', touch.tries = 0, touch.dueAt = $now, touch.campaignId = $campaignId,
    touch.channel = coalesce(touch.channel, campaign.channel),
    campaign.status = CASE campaign.status WHEN 'DONE' THEN 'LAUNCHED' ELSE campaign.status END
RETURN count(touch) AS replayed;
