// Ends running campaigns that have nothing left to send. Those of journeys go on, and so do those that another system sends.
// mode   write
// param  now   datetime
// row    done  integer
// needs  index touch_queue, campaign_status
// try    :param now => datetime();
MATCH (campaign:Campaign {status: 'LAUNCHED'})
WHERE campaign.kind IS NULL AND campaign.startedAt IS NOT NULL
  AND EXISTS { MATCH (campaign)-[:HAS_VARIANT]->(variant:Variant) WHERE variant.text IS NOT NULL }
SET campaign.asked = null // locks it
WITH campaign
WHERE campaign.status = 'LAUNCHED' AND NOT EXISTS {
  MATCH (touch:Touch)
  WHERE touch.campaignId = campaign.id AND touch.channel IS NOT NULL AND touch.dueAt IS NOT NULL
}
SET campaign.status = 'DONE', campaign.endedAt = $now
RETURN count(campaign) AS done;
