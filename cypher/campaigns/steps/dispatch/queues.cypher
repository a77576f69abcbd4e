// What running campaigns have to send now, by campaign and channel: the more important first, then the longest running.
// mode   read
// param  now         datetime
// param  channels    list<string>  those that can send
// row    campaignId  string
// row    channel     string
// row    priority    integer       1 to 10
// needs  index touch_queue, campaign_status
// try    :param now => datetime();
// try    :param channels => ['SMS'];
MATCH (campaign:Campaign {status: 'LAUNCHED'})
UNWIND coalesce(campaign.channels, [campaign.channel]) AS channel
WITH campaign, channel
WHERE channel IN $channels AND EXISTS {
  MATCH (touch:Touch)
  WHERE touch.campaignId = campaign.id AND touch.channel = channel AND touch.dueAt <= $now
}
RETURN campaign.id AS campaignId, channel, coalesce(campaign.priority, 5) AS priority
ORDER BY priority DESC, campaign.startedAt, campaignId, channel;
