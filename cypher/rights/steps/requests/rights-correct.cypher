// Corrects what is known of a customer, sealed values and plain ones, and the look-ups that follow from them. Nothing, and nobody counted,
// when another key or other sealed values are there by now than were read.
// mode   write
// param  customerId  string
// param  keyWrapped  string        as it was read
// param  before      string?       sealed, as it was read
// param  values      map           properties; null takes one away
// param  guardianUntil datetime?   counts as under 14 before then; null for nobody's child
// param  gone        list<string>  keys of identities that no longer hold
// param  added       list<record>  identities that hold now
// .      key         string
// .      kind        string
// .      lookup      string
// .      lookupKey   string        id of the key of look-ups
// .      valueSealed string
// param  now         datetime
// row    corrected   integer
// needs  constraint customer_id
// needs  constraint identity_key
// try    :param customerId => 'C0000001';
// try    :param keyWrapped => 'k';
// try    :param before => null;
// try    :param values => ({city: 'Suzhou'});
// try    :param guardianUntil => null;
// try    :param gone => [];
// try    :param added => [];
// try    :param now => datetime();
MATCH (customer:Customer {id: $customerId})
SET customer.asked = null // locks it
WITH customer
WHERE customer.keyWrapped = $keyWrapped AND coalesce(customer.sealed, '') = coalesce($before, '')
SET customer:Changed, customer += $values, customer.guardianUntil = $guardianUntil
WITH customer, COLLECT { MATCH (customer)-[tie:HAS_IDENTITY]->(old:Identity) WHERE old.key IN $gone RETURN tie } AS ties,
  COLLECT { MATCH (customer)-[:HAS_IDENTITY]->(old:Identity) WHERE old.key IN $gone AND COUNT { (old)<-[:HAS_IDENTITY]-() } = 1 RETURN old } AS orphans
FOREACH (tie IN ties | DELETE tie)
FOREACH (orphan IN orphans | DETACH DELETE orphan)
FOREACH (row IN $added |
  MERGE (identity:Identity {key: row.key})
    ON CREATE SET identity.kind = row.kind, identity.lookup = row.lookup, identity.lookupKey = row.lookupKey
  MERGE (customer)-[tie:HAS_IDENTITY]->(identity)
    ON CREATE SET tie.since = $now, tie.source = 'correction', tie.verified = true
  SET tie.valueSealed = row.valueSealed)
RETURN count(customer) AS corrected;
