// What the graph holds already of who is identified by what.
// mode  read
// param rows list<record>
// .  customerId  string
// .  key         string  kind|lookup
// row customerId  string
// row key         string     kind|lookup
// row since       datetime?
// row source      string?
// row verified    boolean?
// needs constraint identity_key
// try   :params {rows: [{customerId: 'x1', key: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (identity:Identity {key: row.key})
MATCH (customer)-[tie:HAS_IDENTITY]->(identity)
RETURN customer.id AS customerId, identity.key AS key, tie.since AS since, tie.source AS source, tie.verified AS verified;
