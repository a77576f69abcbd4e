// Writes records of single sources as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/people.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  key          string   the parts of its key, joined
// .  source       string   the source
// .  id           string   id in that source
// .  nameSealed   string?  name in that source, sealed
// .  phoneSealed  string?  phone number in that source, sealed
// .  emailSealed  string?  mail address in that source, sealed
// .  customerId   string   whom it is about
// row written  integer
// needs constraint source_record_key
// try   :param rows => [{key: 'x1', source: 'x1', id: 'x1', nameSealed: 'x1', phoneSealed: 'x1', emailSealed: 'x1', customerId: 'C0000001'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (sourceRecord:SourceRecord {key: row.key})
SET sourceRecord.source = row.source, sourceRecord.id = row.id, sourceRecord.nameSealed = row.nameSealed,
    sourceRecord.phoneSealed = row.phoneSealed, sourceRecord.emailSealed = row.emailSealed
WITH sourceRecord, row, customer
CALL (sourceRecord, row) {
  MATCH (sourceRecord)<-[old:FROM_SOURCE]-(other:Customer)
  WHERE other.id <> row.customerId
  DELETE old
}
MERGE (sourceRecord)<-[:FROM_SOURCE]-(customer)
RETURN count(*) AS written;
