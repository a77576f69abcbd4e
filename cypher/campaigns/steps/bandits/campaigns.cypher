// Campaigns for which a bandit chooses, those that are under way.
// mode   read
// param  limit       integer = 1000
// row    campaignId  string          unique
// needs  constraint bandit_id
// try    :param limit => 20;
MATCH (bandit:Bandit)-[:CHOOSES_FOR]->(campaign:Campaign)
WHERE campaign.status IN ['LAUNCHED', 'PAUSED']
RETURN campaign.id AS campaignId
ORDER BY campaignId
LIMIT $limit;
