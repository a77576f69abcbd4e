// What the graph holds already of who is identified by what.
// mode  read
// param rows list<record>
// .  customerId  string
// row customerId  string
// row key         string     kind|lookup
// row since       datetime?
// row source      string?
// row verified    boolean?
// row valueSealed string?
// needs constraint identity_key
// try   :param rows => [{customerId: 'C0000001'}];
UNWIND $rows AS row
WITH DISTINCT row.customerId AS customerId
MATCH (customer:Customer {id: customerId})-[tie:HAS_IDENTITY]->(identity:Identity)
RETURN customerId, identity.key AS key, tie.since AS since, tie.source AS source, tie.verified AS verified, tie.valueSealed AS valueSealed;
