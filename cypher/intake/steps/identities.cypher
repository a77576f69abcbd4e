// Writes what identifies customers, as keyed hashes. Two customers may share one; each keeps the value sealed under a key of their own.
// mode  write
// param rows list<record>
// .  customerId  string
// .  key         string     kind|lookup
// .  kind        string
// .  lookup      string     keyed hash of the normalised value
// .  since       datetime?
// .  source      string?
// .  verified    boolean?
// .  lookupKey   string     id of the key of look-ups
// .  valueSealed string?    null where the customer has no key
// row   written  integer
// needs constraint identity_key
// try   :param rows => [{customerId: 'C0000001', key: 'x1', kind: 'x1', lookup: 'x1', since: datetime('2026-01-01'), source: 'x', verified: true, lookupKey: '0a1b2c3d', valueSealed: 's'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (identity:Identity {key: row.key})
  ON CREATE SET identity.kind = row.kind, identity.lookup = row.lookup, identity.lookupKey = row.lookupKey
MERGE (customer)-[tie:HAS_IDENTITY]->(identity)
SET tie.since = row.since, tie.source = row.source, tie.verified = row.verified, tie.valueSealed = row.valueSealed
RETURN count(*) AS written;
