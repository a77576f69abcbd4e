// Lets what could not be sent be tried again from now on.
// mode   write
// param  campaignId  string
// param  now         datetime
// row    replayed    integer
// needs  index campaign_id
// try    :params {campaignId: 'k1', now: datetime()}
MATCH (:Campaign {id: $campaignId})-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch {state: 'FAILED'})
WITH touch
ORDER BY touch.id
SET touch.asked = null // locks it
WITH touch
WHERE touch.state = 'FAILED'
SET touch.state = 'PLANNED', touch.tries = 0, touch.dueAt = $now
RETURN count(touch) AS replayed;
