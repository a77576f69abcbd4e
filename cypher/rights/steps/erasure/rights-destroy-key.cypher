// Destroys the key of a customer with all that was sealed under it, and bans contact: what is left tells nobody's name.
// mode   write
// param  customerId  string
// row    destroyed   integer  nodes that held something sealed
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
MATCH (customer:Customer {id: $customerId})
SET customer:DoNotContact:Restricted
FOREACH (tie IN COLLECT { MATCH (customer)-[tie:HAS_IDENTITY]->() RETURN tie } | REMOVE tie.valueSealed)
WITH [customer] + COLLECT { MATCH (customer)-[:POSTED|GAVE|FROM_SOURCE|DID]->(own) RETURN own } AS theirs
UNWIND theirs AS one
WITH one, [key IN keys(one) WHERE key ENDS WITH 'Sealed' OR key ENDS WITH 'Lookup' OR key IN ['sealed', 'keyWrapped', 'keyId', 'nameTokens']] AS gone
WHERE gone <> []
SET one += apoc.map.fromPairs([key IN gone | [key, null]])
RETURN count(one) AS destroyed;
