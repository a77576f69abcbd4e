// All that the graph holds of who works where (WORKS_AT) at the first end of these rows.
// Generated from src/intake/kinds/people.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  customerId  string
// row customerId  string
// row companyId   string
// row role        string?
// row level       integer?
// row since       datetime?
// needs constraint customer_id
// try   :param rows => [{customerId: 'C0000001'}];
UNWIND $rows AS row
WITH DISTINCT row.customerId AS customerId
MATCH (customer:Customer {id: customerId})-[tie:WORKS_AT]->(company:Company)
RETURN customerId, company.id AS companyId, tie.role AS role, tie.level AS level, tie.since AS since;
