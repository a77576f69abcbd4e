// What the graph holds of these conversions already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id          string     unique
// row at          datetime?
// row valueMinor  integer?
// row touchId     string?
// row orderId     string?
// needs constraint conversion_id
// try   :params {rows: [{id: 'x1'}]}
UNWIND $rows AS row
MATCH (conversion:Conversion {id: row.id})
OPTIONAL MATCH (conversion)<-[:LEADS_TO]-(touchIdEnd:Touch)
OPTIONAL MATCH (conversion)-[:OF_ORDER]->(orderIdEnd:Order)
RETURN conversion.id AS id, conversion.at AS at, conversion.valueMinor AS valueMinor, touchIdEnd.id AS touchId, orderIdEnd.id AS orderId;
