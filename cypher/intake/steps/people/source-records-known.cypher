// What the graph holds of these records of single sources already; those it does not know are left out.
// mode  read
// param rows list<record>
// .  key  string
// row key          string   unique
// row source       string?
// row id           string?
// row nameSealed   string?
// row phoneSealed  string?
// row emailSealed  string?
// row customerId   string?
// needs constraint source_record_key
// try   :params {rows: [{key: 'x1'}]}
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.key})
OPTIONAL MATCH (record)<-[:FROM_SOURCE]-(customer:Customer)
RETURN record.key AS key, record.source AS source, record.id AS id, record.nameSealed AS nameSealed, record.phoneSealed AS phoneSealed, record.emailSealed AS emailSealed, customer.id AS customerId;
