// Makes ties between customers (FOLLOWS) that the graph lacks; one whose end is missing is left out.
// Generated from src/intake/kinds/ties.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  fromId        string    one customer
// .  toId          string    the other
// .  key           string    the parts of its key, joined
// .  closeness     float?    how close; worked out when empty
// .  since         epoch?    since
// .  lastSeen      epoch?    last seen
// .  source        string?   who says so
// .  confidence    float?    how sure it is
// .  interactions  integer?  how often they had to do with each other
// .  platform      string?   follows: on which platform
// row written  integer
// needs constraint customer_id
// try   :param rows => [{fromId: 'C0000001', toId: 'C0000001', key: 'x1', closeness: 0.5, since: 1767225600000, lastSeen: 1767225600000, source: 'x1', confidence: 0.5, interactions: 1, platform: 'x1'}];
UNWIND $rows AS row
MATCH (a:Customer {id: row.fromId})
MATCH (b:Customer {id: row.toId})
CREATE (a)-[:FOLLOWS {key: row.key, closeness: row.closeness,
  since: CASE WHEN row.since IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.since)}) END,
  lastSeen: CASE WHEN row.lastSeen IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.lastSeen)}) END,
  source: row.source, confidence: row.confidence, interactions: row.interactions, platform: row.platform}]->(b)
RETURN count(*) AS written;
