// Writes ties of any kind that the graph holds otherwise.
// mode  write
// param rows list<record>
// .  fromId        string
// .  toId          string
// .  type          string     FAMILY_OF, WORKS_WITH, REPORTS_TO, SHARES_INTEREST_WITH, FOLLOWS or REFERRED
// .  key           string     fromId|toId|what tells several ties of the kind apart
// .  closeness     float
// .  since         datetime?
// .  lastSeen      datetime?
// .  source        string?
// .  confidence    float?     0..1
// .  interactions  integer?
// .  role          string?    of family, colleagues and superiors
// .  interest      string?    of shared interests
// .  platform      string?    of who follows whom
// .  code          string?    of referrals, as those below
// .  campaign      string?
// .  status        string?
// .  at            datetime?
// row   written  integer
// needs constraint customer_id
// try   :param rows => [{fromId: 'C0000001', toId: 'C0000002', type: 'FOLLOWS', key: 'x1', closeness: 0.5, since: datetime('2026-01-01'), lastSeen: datetime('2026-01-01'), source: 'x', confidence: 0.5, interactions: 1, platform: 'x'}];
UNWIND $rows AS row
MATCH (a:Customer {id: row.fromId})
MATCH (b:Customer {id: row.toId})
WITH a, b, row
MATCH (a)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED {key: row.key}]->(b)
WHERE type(tie) = row.type
SET tie.closeness = row.closeness, tie.since = row.since, tie.lastSeen = row.lastSeen, tie.source = row.source,
    tie.confidence = row.confidence, tie.interactions = row.interactions, tie.role = row.role, tie.interest = row.interest,
    tie.platform = row.platform, tie.code = row.code, tie.campaign = row.campaign, tie.status = row.status, tie.at = row.at
RETURN count(*) AS written;
