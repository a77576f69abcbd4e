// Lets a bandit choose the variants of a campaign, or changes how it does.
// mode   write
// param  campaignId  string
// param  settings    map        policy, epsilon, holdout, context, rewardDays
// param  by          string     subject of the token
// param  now         datetime
// row    created     boolean
// needs  constraint bandit_id
// try    :param campaignId => 'M001';
// try    :param settings => ({policy: 'THOMPSON', epsilon: 0.1, holdout: 0.1, context: 'NONE', rewardDays: 7});
// try    :param by => 'me';
// try    :param now => datetime();
MATCH (campaign:Campaign {id: $campaignId})
OPTIONAL MATCH (known:Bandit {id: $campaignId})
WITH campaign, known IS NULL AS created
MERGE (bandit:Bandit {id: $campaignId})
  ON CREATE SET bandit.createdAt = $now
SET bandit += $settings, bandit.setBy = $by, bandit.setAt = $now
MERGE (bandit)-[:CHOOSES_FOR]->(campaign)
RETURN created;
