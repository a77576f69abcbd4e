// What the graph holds of these ties already: who works where.
// mode  read
// param rows list<record>
// .  customerId  string
// .  companyId   string
// row customerId  string
// row companyId   string
// row role        string?
// row level       integer?
// row since       datetime?
// try   :params {rows: [{customerId: 'x1', companyId: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (company:Company {id: row.companyId})
MATCH (customer)-[tie:WORKS_AT]->(company)
RETURN customer.id AS customerId, company.id AS companyId, tie.role AS role, tie.level AS level, tie.since AS since;
