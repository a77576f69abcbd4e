// Every referral that converted earns its referrer one reward, once per pair, however often this runs.
// mode   write
// param  amountMinor  integer? = null  minor units of each; unknown when not given
// param  currency     string? = null
// param  batch        integer = 5000
// row    made         integer
// needs  auto-commit
// try    :param amountMinor => 2000;
// try    :param currency => 'CNY';
// try    :param batch => 5000;
MATCH (referrer:Customer)-[referral:REFERRED]->(referred:Customer)
WHERE coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED']
WITH referrer, referred, min(coalesce(referral.at, referral.since, datetime())) AS at
// from the referred, who has few, never from a referrer who earned thousands
WHERE NOT EXISTS { (referred)<-[:FOR_REFERRAL_OF]-(reward:Reward) WHERE EXISTS { (referrer)-[:EARNED]->(reward) } }
CALL (referrer, referred, at) {
  MERGE (reward:Reward {id: 'referral:' + referrer.id + '|' + referred.id})
    ON CREATE SET reward.status = 'PENDING', reward.at = at, reward.amountMinor = $amountMinor, reward.currency = $currency
  MERGE (referrer)-[:EARNED]->(reward)
  MERGE (reward)-[:FOR_REFERRAL_OF]->(referred)
} IN TRANSACTIONS OF $batch ROWS
RETURN count(*) AS made;
