// Writes rewards as they are in a file: new ones made, pending, and known ones changed; what was decided on them stays.
// mode  write
// param rows list<record>
// .  id           string
// .  customerId   string    who earned it
// .  referredId   string    for bringing whom
// .  at           datetime
// .  amountMinor  integer?  minor units
// .  currency     string?
// row   written  integer
// needs constraint reward_id
// needs constraint customer_id
// try   :params {rows: [{id: 'x1', customerId: 'x1', referredId: 'x2', at: datetime('2026-01-01'), amountMinor: 1, currency: 'CNY'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (referred:Customer {id: row.referredId})
MERGE (reward:Reward {id: row.id})
  ON CREATE SET reward.status = 'PENDING'
SET reward.at = row.at, reward.amountMinor = row.amountMinor, reward.currency = row.currency
WITH customer, referred, reward
CALL (customer, referred, reward) {
  OPTIONAL MATCH (reward)-[old:EARNED|FOR_REFERRAL_OF]-(end:Customer)
  WHERE (type(old) = 'EARNED' AND end <> customer) OR (type(old) = 'FOR_REFERRAL_OF' AND end <> referred)
  DELETE old
}
MERGE (customer)-[:EARNED]->(reward)
MERGE (reward)-[:FOR_REFERRAL_OF]->(referred)
RETURN count(*) AS written;
