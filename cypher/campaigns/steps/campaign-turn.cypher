// Pauses, resumes or stops a campaign that was launched. What another state does not allow changes nothing.
// mode   write
// param  id       string
// param  from     list<string>  states in which it may be done
// param  to       string        LAUNCHED, PAUSED, STOPPED
// param  now      datetime
// row    known    boolean
// row    turned   boolean
// row    status   string?       before
// needs  index campaign_id
// try    :param id => 'M001';
// try    :param from => ['LAUNCHED'];
// try    :param to => 'PAUSED';
// try    :param now => datetime();
OPTIONAL MATCH (campaign:Campaign {id: $id})
SET campaign.asked = null // locks it
WITH campaign, campaign.status AS status, coalesce(campaign.status IN $from, false) AS turned
FOREACH (_ IN CASE WHEN turned THEN [1] ELSE [] END |
  SET campaign.status = $to, campaign.pausedBecause = null, campaign.endedAt = CASE WHEN $to = 'STOPPED' THEN $now ELSE campaign.endedAt END)
RETURN campaign IS NOT NULL AS known, turned, status;
