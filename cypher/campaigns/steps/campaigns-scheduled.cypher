// Approved campaigns whose time has come.
// mode  read
// param now datetime
// row   id  string    unique
// needs index campaign_status
// try   :param now => datetime();
MATCH (campaign:Campaign {status: 'APPROVED'})
WHERE campaign.scheduled AND campaign.startsAt <= $now
RETURN campaign.id AS id
ORDER BY id;
