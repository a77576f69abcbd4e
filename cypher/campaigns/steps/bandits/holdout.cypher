// What came of those who got any variant, beside those for whom the bandit chose; only those whose time is over, or who converted.
// mode   read
// param  campaignId  string
// param  now         datetime
// row    holdout     boolean   unique
// row    people      integer
// row    successes   integer
// needs  constraint bandit_id
// try    :param campaignId => 'M001';
// try    :param now => datetime();
MATCH (bandit:Bandit {id: $campaignId})-[:CHOOSES_FOR]->(campaign:Campaign)-[:HAS_VARIANT]->(variant:Variant)<-[tried:TRIED]-(customer:Customer)
WHERE tried.experiment = 'bandit:' + campaign.id
MATCH (customer)-[:RECEIVED]->(touch:Touch)-[:OF_VARIANT]->(variant)
WHERE coalesce(touch.state, 'SENT') <> 'SKIPPED'
WITH tried.holdout AS holdout, touch.at + duration({days: bandit.rewardDays}) <= $now AS over, EXISTS {
  MATCH (touch)-[:LEADS_TO]->(conversion:Conversion) WHERE conversion.at <= touch.at + duration({days: bandit.rewardDays})
} AS success
WHERE over OR success
RETURN holdout, count(*) AS people, count(CASE WHEN success THEN 1 END) AS successes
ORDER BY holdout;
