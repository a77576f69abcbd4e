// Writes ties as they are in a file: who works where.
// mode  write
// param rows list<record>
// .  customerId  string
// .  companyId   string
// .  role        string?
// .  level       integer?   higher = more senior
// .  since       datetime?
// row   written  integer
// try   :params {rows: [{customerId: 'x1', companyId: 'x1', role: 'x', level: 1, since: datetime('2026-01-01')}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (company:Company {id: row.companyId})
MERGE (customer)-[tie:WORKS_AT]->(company)
SET tie.role = row.role, tie.level = row.level, tie.since = row.since
RETURN count(*) AS written;
