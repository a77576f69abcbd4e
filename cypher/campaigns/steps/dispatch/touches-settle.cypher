// Lets what may have left or not count as sent, as a person decided.
// mode   write
// param  campaignId  string
// param  now         datetime
// row    settled     integer
// needs  index campaign_id
// try    :param campaignId => 'M001';
// try    :param now => datetime();
MATCH (:Campaign {id: $campaignId})-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch {state: 'UNKNOWN'})
WITH touch
ORDER BY touch.id
SET touch.asked = null // locks it
WITH touch
WHERE touch.state = 'UNKNOWN'
SET touch.state = 'SENT', touch.sentAt = coalesce(touch.sentAt, $now)
RETURN count(touch) AS settled;
