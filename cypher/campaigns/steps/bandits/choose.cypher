// Notes what a bandit chose for customers, and counts them as pending.
// mode   write
// param  campaignId  string
// param  now         datetime
// param  rows        list<record>
// .  customerId  string
// .  variantId   string
// .  context     string
// .  holdout     boolean       got any variant, to compare with
// row    chosen      integer
// needs  constraint bandit_arm_id
// try    :param campaignId => 'M001';
// try    :param now => datetime();
// try    :param rows => [{customerId: 'C0000001', variantId: 'M001|A', context: 'all', holdout: false}];
MATCH (bandit:Bandit {id: $campaignId})
SET bandit.asked = null // locks it
WITH bandit
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (variant:Variant {id: row.variantId})
CREATE (customer)-[:TRIED {experiment: 'bandit:' + $campaignId, at: $now, cluster: customer.id, context: row.context, holdout: row.holdout}]->(variant)
WITH bandit, row.context AS context, row.variantId AS variantId, count(*) AS people
MERGE (arm:BanditArm {id: $campaignId + '|' + context + '|' + variantId})
  ON CREATE SET arm.context = context, arm.variantId = variantId, arm.successes = 0, arm.failures = 0, arm.pending = 0
SET arm.pending = arm.pending + people
MERGE (bandit)-[:HAS_ARM]->(arm)
RETURN coalesce(sum(people), 0) AS chosen;
