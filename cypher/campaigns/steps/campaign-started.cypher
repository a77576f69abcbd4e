// Marks a campaign as launched, with the counts of its last launch. The first launch's time stays.
// mode   write
// param  id         string
// param  startedBy  string    subject of the token
// param  launch     string    counts of the launch, JSON
// param  now        datetime
// row    startedAt  datetime
// needs  index campaign_id
// try    :param id => 'M001';
// try    :param startedBy => 'me';
// try    :param launch => '{}';
// try    :param now => datetime();
MATCH (campaign:Campaign {id: $id})
SET campaign.status = CASE WHEN campaign.status IN ['PAUSED', 'STOPPED'] THEN campaign.status ELSE 'LAUNCHED' END,
    campaign.startedAt = coalesce(campaign.startedAt, $now),
    campaign.startedBy = coalesce(campaign.startedBy, $startedBy),
    campaign.launch = $launch, campaign.endedAt = CASE campaign.status WHEN 'DONE' THEN null ELSE campaign.endedAt END
RETURN campaign.startedAt AS startedAt;
