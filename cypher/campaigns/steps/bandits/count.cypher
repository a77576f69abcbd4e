// Counts anew what came of those for whom a bandit chose: a conversion within the days is a success, none in that time a failure.
// mode   write
// param  campaignId  string
// param  now         datetime
// row    arms        integer
// needs  constraint bandit_id
// try    :param campaignId => 'M001';
// try    :param now => datetime();
MATCH (bandit:Bandit {id: $campaignId})-[:CHOOSES_FOR]->(campaign:Campaign)
SET bandit.countedAt = $now
WITH bandit, campaign
CALL (bandit, campaign) {
  MATCH (campaign)-[:HAS_VARIANT]->(variant:Variant)<-[tried:TRIED]-(customer:Customer)
  WHERE tried.experiment = 'bandit:' + campaign.id
  MATCH (customer)-[:RECEIVED]->(touch:Touch)-[:OF_VARIANT]->(variant)
  WHERE coalesce(touch.state, 'SENT') <> 'SKIPPED'
  WITH bandit, variant, tried.context AS context, touch.at + duration({days: bandit.rewardDays}) <= $now AS over, EXISTS {
    MATCH (touch)-[:LEADS_TO]->(conversion:Conversion)
    WHERE conversion.at <= touch.at + duration({days: bandit.rewardDays})
  } AS success
  WITH bandit, context, variant.id AS variantId, count(CASE WHEN success THEN 1 END) AS successes,
    count(CASE WHEN over AND NOT success THEN 1 END) AS failures, count(CASE WHEN NOT over AND NOT success THEN 1 END) AS pending
  MERGE (arm:BanditArm {id: bandit.id + '|' + context + '|' + variantId})
  SET arm.context = context, arm.variantId = variantId, arm.successes = successes, arm.failures = failures, arm.pending = pending
  MERGE (bandit)-[:HAS_ARM]->(arm)
  RETURN count(arm) AS counted
}
RETURN counted AS arms;
