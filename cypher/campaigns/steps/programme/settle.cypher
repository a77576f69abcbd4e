// Notes that who came by a code became a customer, and what that earns whom. Safe to repeat.
// mode   write
// param  programmeId  string
// param  rows         list<record>
// .  invitationId  string
// .  customerId    string     who became a customer
// .  earnerId      string
// .  level         integer    1 for who brought them
// .  amountMinor   integer
// .  currency      string
// .  status        string     PENDING, or REFUSED over a limit
// .  why           string?    LIMIT
// .  at            datetime
// row    rewards      integer
// needs  constraint reward_id
// try    :param programmeId => 'r1';
// try    :param rows => [{invitationId: 'r1|C0000002', customerId: 'C0000002', earnerId: 'C0000001', level: 1, amountMinor: 2000, currency: 'CNY', status: 'PENDING', at: datetime()}];
UNWIND $rows AS row
MATCH (invitation:Invitation {id: row.invitationId})
MATCH (earner:Customer {id: row.earnerId})
MATCH (customer:Customer {id: row.customerId})
SET invitation.status = 'CONVERTED', invitation.convertedAt = row.at
MERGE (reward:Reward {id: 'programme:' + $programmeId + '|' + row.earnerId + '|' + row.customerId})
  ON CREATE SET reward.status = row.status, reward.at = row.at, reward.amountMinor = row.amountMinor, reward.currency = row.currency,
    reward.level = row.level, reward.programme = $programmeId, reward.why = row.why
MERGE (earner)-[:EARNED]->(reward)
MERGE (reward)-[:FOR_REFERRAL_OF]->(customer)
RETURN count(DISTINCT reward) AS rewards;
