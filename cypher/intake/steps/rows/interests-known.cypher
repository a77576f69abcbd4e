// What the graph holds of these interests; those it does not know are left out.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the interest
// row id      string   unique
// row name    string?
// row nameZh  string?
// needs constraint interest_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (interest:Interest {id: row.id})
RETURN interest.id AS id, interest.name AS name, interest.nameZh AS nameZh;
