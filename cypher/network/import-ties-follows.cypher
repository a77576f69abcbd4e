// Writes ties as they are in a file: who follows whom.
// mode  write
// param rows list<record>
// .  fromId        string
// .  toId          string
// .  key           string     fromId|toId|what tells several ties of the kind apart
// .  closeness     float
// .  since         datetime?
// .  lastSeen      datetime?
// .  source        string?
// .  confidence    float?     0..1
// .  interactions  integer?
// .  platform      string?
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [{fromId: 'x1', toId: 'x1', key: 'x1', closeness: 0.5, since: datetime('2026-01-01'), lastSeen: datetime('2026-01-01'), source: 'x', confidence: 0.5, interactions: 1, platform: 'x'}]}
UNWIND $rows AS row
MATCH (a:Customer {id: row.fromId})
MATCH (b:Customer {id: row.toId})
MERGE (a)-[tie:FOLLOWS {key: row.key}]->(b)
SET tie.closeness = row.closeness, tie.since = row.since, tie.lastSeen = row.lastSeen, tie.source =
    row.source, tie.confidence = row.confidence, tie.interactions = row.interactions, tie.platform =
    row.platform
RETURN count(*) AS written;
