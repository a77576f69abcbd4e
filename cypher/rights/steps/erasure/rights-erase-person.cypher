// What an erasure must know of a person before they are gone: what files call them and theirs, and who is tied to them.
// mode   read
// param  customerId  string
// row    alias       string?
// row    keyWrapped  string?
// row    sealed      string?
// row    properties  list<string>  names of all properties
// row    identities  list<record>  what identifies them and nobody else
// .      kind        string
// .      lookup      string
// .      lookupKey   string?
// .      valueSealed string?
// row    orders      list<string>
// row    posts       list<string>
// row    touches     list<string>
// row    neighbours  list<string>
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
MATCH (customer:Customer {id: $customerId})
RETURN customer.alias AS alias, customer.keyWrapped AS keyWrapped,
       customer.sealed AS sealed,
       keys(customer) AS properties,
       COLLECT {
         MATCH (customer)-[tie:HAS_IDENTITY]->(own:Identity)
         WHERE NOT EXISTS { MATCH (other:Customer)-[:HAS_IDENTITY]->(own) WHERE other <> customer }
         RETURN {kind: own.kind, lookup: own.lookup, lookupKey: own.lookupKey, valueSealed: tie.valueSealed} AS identity ORDER BY own.key
       } AS identities,
       COLLECT { MATCH (customer)-[:PLACED]->(own:Order) RETURN own.id AS id ORDER BY id } AS orders,
       COLLECT { MATCH (customer)-[:POSTED]->(own:Post) RETURN own.id AS id ORDER BY id } AS posts,
       COLLECT { MATCH (customer)-[:RECEIVED]->(own:Touch) RETURN own.id AS id ORDER BY id } AS touches,
       COLLECT { MATCH (customer)-[:KNOWS]-(other:Customer) RETURN DISTINCT other.id AS id ORDER BY id } AS neighbours;
