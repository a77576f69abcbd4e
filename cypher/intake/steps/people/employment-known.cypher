// All that the graph holds of these ties at their first end: who works where.
// mode  read
// param rows list<record>
// .  customerId  string
// row customerId  string
// row companyId   string
// row role        string?
// row level       integer?
// row since       datetime?
// try   :params {rows: [{customerId: 'x1'}]}
UNWIND $rows AS row
WITH DISTINCT row.customerId AS customerId
MATCH (customer:Customer {id: customerId})-[tie:WORKS_AT]->(company:Company)
RETURN customerId, company.id AS companyId, tie.role AS role, tie.level AS level, tie.since AS since;
