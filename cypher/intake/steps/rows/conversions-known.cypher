// What the graph holds of these conversions; those it does not know are left out.
// Generated from src/intake/kinds/campaigns.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the conversion
// row id          string     unique
// row at          datetime?
// row valueMinor  integer?
// row touchId     string?
// row orderId     string?
// needs constraint conversion_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (conversion:Conversion {id: row.id})
OPTIONAL MATCH (conversion)<-[:LEADS_TO]-(touch:Touch)
OPTIONAL MATCH (conversion)-[:OF_ORDER]->(ordered:Order)
RETURN conversion.id AS id, conversion.at AS at, conversion.valueMinor AS valueMinor, touch.id AS touchId,
       ordered.id AS orderId;
