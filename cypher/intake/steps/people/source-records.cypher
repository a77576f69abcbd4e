// Writes records of single sources as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  key          string
// .  source       string
// .  id           string
// .  nameSealed   string?
// .  phoneSealed  string?
// .  emailSealed  string?
// .  customerId   string
// row   written  integer
// needs constraint source_record_key
// try   :params {rows: [{key: 'x1', source: 'x1', id: 'x1', nameSealed: 'x', phoneSealed: 'x', emailSealed: 'x', customerId: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (record:SourceRecord {key: row.key})
SET record.source = row.source, record.id = row.id, record.nameSealed = row.nameSealed, record.phoneSealed =
    row.phoneSealed, record.emailSealed = row.emailSealed
MERGE (customer)-[:FROM_SOURCE]->(record)
RETURN count(*) AS written;
