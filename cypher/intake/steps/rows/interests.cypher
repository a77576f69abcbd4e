// Writes interests as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id      string   id of the interest
// .  name    string   name
// .  nameZh  string?  Chinese name
// row written  integer
// needs constraint interest_id
// try   :param rows => [{id: 'x1', name: 'x1', nameZh: 'x1'}];
UNWIND $rows AS row
MERGE (interest:Interest {id: row.id})
SET interest.name = row.name, interest.nameZh = row.nameZh
RETURN count(*) AS written;
