// Writes companies as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id        string
// .  name      string
// .  industry  string?
// .  city      string?
// row   written  integer
// needs constraint company_id
// try   :params {rows: [{id: 'x1', name: 'x1', industry: 'x', city: 'x'}]}
UNWIND $rows AS row
MERGE (company:Company {id: row.id})
SET company.name = row.name, company.industry = row.industry, company.city = row.city
RETURN count(*) AS written;
