// Writes who works where (WORKS_AT) as the rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/people.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  customerId  string     who
// .  companyId   string     where
// .  role        string?    role
// .  level       integer?   level; higher is more senior
// .  since       datetime?  since
// row written  integer
// needs constraint customer_id
// needs constraint company_id
// try   :param rows => [{customerId: 'C0000001', companyId: 'B000001', role: 'x1', level: 1, since: datetime('2026-01-01')}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (company:Company {id: row.companyId})
MERGE (customer)-[tie:WORKS_AT]->(company)
SET customer:Changed, tie.role = row.role, tie.level = row.level, tie.since = row.since
RETURN count(*) AS written;
