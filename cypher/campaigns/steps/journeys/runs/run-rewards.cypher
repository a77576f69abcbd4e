// Gives people who are at a step that rewards their reward, once.
// mode   write
// param  rows         list<record>
// .      runId        string
// .      customerId   string
// .      step         string
// .      amountMinor  integer  minor units of the currency
// .      currency     string
// param  now          datetime
// row    given        integer
// needs  constraint reward_id
// try    :param rows => [{runId: 'j|C0000001|O0000001-001', customerId: 'C0000001', step: 's', amountMinor: 2000, currency: 'CNY'}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (reward:Reward {id: 'journey:' + row.runId + '|' + row.step})
  ON CREATE SET reward.status = 'RELEASED', reward.at = $now, reward.releasedAt = $now, reward.amountMinor = row.amountMinor,
    reward.currency = row.currency
MERGE (customer)-[:EARNED]->(reward)
RETURN count(reward) AS given;
