// What the graph holds of these referral rewards; those it does not know are left out.
// Generated from src/intake/kinds/campaigns.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the reward
// row id           string     unique
// row at           datetime?
// row amountMinor  integer?
// row currency     string?
// row customerId   string?
// row referredId   string?
// needs constraint reward_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (reward:Reward {id: row.id})
OPTIONAL MATCH (reward)<-[:EARNED]-(customer:Customer)
OPTIONAL MATCH (reward)-[:FOR_REFERRAL_OF]->(referred:Customer)
RETURN reward.id AS id, reward.at AS at, reward.amountMinor AS amountMinor, reward.currency AS currency,
       customer.id AS customerId, referred.id AS referredId;
