// What the graph holds of these records of single sources; those it does not know are left out.
// Generated from src/intake/kinds/people.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  key  string  the parts of its key, joined
// row key          string   unique
// row source       string?
// row id           string?
// row nameSealed   string?
// row phoneSealed  string?
// row emailSealed  string?
// row customerId   string?
// needs constraint source_record_key
// try   :param rows => [{key: 'x1'}];
UNWIND $rows AS row
MATCH (sourceRecord:SourceRecord {key: row.key})
OPTIONAL MATCH (sourceRecord)<-[:FROM_SOURCE]-(customer:Customer)
RETURN sourceRecord.key AS key, sourceRecord.source AS source, sourceRecord.id AS id,
       sourceRecord.nameSealed AS nameSealed, sourceRecord.phoneSealed AS phoneSealed,
       sourceRecord.emailSealed AS emailSealed, customer.id AS customerId;
