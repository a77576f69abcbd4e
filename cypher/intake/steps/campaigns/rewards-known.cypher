// What the graph holds of these rewards already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id           string     unique
// row customerId   string?
// row referredId   string?
// row at           datetime?
// row amountMinor  integer?
// row currency     string?
// needs constraint reward_id
// try   :params {rows: [{id: 'x1'}]}
UNWIND $rows AS row
MATCH (reward:Reward {id: row.id})
OPTIONAL MATCH (customer:Customer)-[:EARNED]->(reward)
OPTIONAL MATCH (reward)-[:FOR_REFERRAL_OF]->(referred:Customer)
RETURN reward.id AS id, customer.id AS customerId, referred.id AS referredId, reward.at AS at, reward.amountMinor AS amountMinor,
  reward.currency AS currency;
