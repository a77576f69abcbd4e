// Writes companies as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id        string   id of the company
// .  name      string   name
// .  nameZh    string?  Chinese name
// .  industry  string?  industry
// .  city      string?  city
// row written  integer
// needs constraint company_id
// try   :param rows => [{id: 'x1', name: 'x1', nameZh: 'x1', industry: 'x1', city: 'x1'}];
UNWIND $rows AS row
MERGE (company:Company {id: row.id})
SET company:Changed, company.name = row.name, company.nameZh = row.nameZh, company.industry = row.industry,
    company.city = row.city
RETURN count(*) AS written;
