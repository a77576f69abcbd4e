// Writes what identifies customers, as keyed hashes only. Two customers may share one.
// mode  write
// param rows list<record>
// .  customerId  string
// .  key         string     kind|lookup
// .  kind        string
// .  lookup      string     keyed hash of the normalised value
// .  since       datetime?
// .  source      string?
// .  verified    boolean?
// row   written  integer
// needs constraint identity_key
// try   :params {rows: [{customerId: 'x1', key: 'x1', kind: 'x1', lookup: 'x1', since: datetime('2026-01-01'), source: 'x', verified: true}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (identity:Identity {key: row.key})
  ON CREATE SET identity.kind = row.kind, identity.lookup = row.lookup
MERGE (customer)-[tie:HAS_IDENTITY]->(identity)
SET tie.since = row.since, tie.source = row.source, tie.verified = row.verified
RETURN count(*) AS written;
