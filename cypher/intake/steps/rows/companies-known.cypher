// What the graph holds of these companies; those it does not know are left out.
// Generated from src/intake/kinds/catalogue.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the company
// row id        string   unique
// row name      string?
// row nameZh    string?
// row industry  string?
// row city      string?
// needs constraint company_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (company:Company {id: row.id})
RETURN company.id AS id, company.name AS name, company.nameZh AS nameZh, company.industry AS industry,
       company.city AS city;
