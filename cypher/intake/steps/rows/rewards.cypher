// Writes referral rewards as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/campaigns.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id           string    id of the reward
// .  at           datetime  when
// .  amountMinor  integer?  amount, in minor units of the currency
// .  currency     string?   currency
// .  customerId   string    who earned it
// .  referredId   string    for bringing whom
// row written  integer
// needs constraint reward_id
// try   :param rows => [{id: 'x1', at: datetime('2026-01-01'), amountMinor: 1, currency: 'x1', customerId: 'C0000001', referredId: 'C0000001'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (referred:Customer {id: row.referredId})
MERGE (reward:Reward {id: row.id})
  ON CREATE SET reward.status = 'PENDING'
SET reward.at = row.at, reward.amountMinor = row.amountMinor, reward.currency = row.currency
WITH reward, row, customer, referred
CALL (reward, row) {
  MATCH (reward)<-[old:EARNED]-(other:Customer)
  WHERE other.id <> row.customerId
  DELETE old
}
CALL (reward, row) {
  MATCH (reward)-[old:FOR_REFERRAL_OF]->(other:Customer)
  WHERE other.id <> row.referredId
  DELETE old
}
MERGE (reward)<-[:EARNED]-(customer)
MERGE (reward)-[:FOR_REFERRAL_OF]->(referred)
RETURN count(*) AS written;
