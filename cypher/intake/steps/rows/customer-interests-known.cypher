// All that the graph holds of who likes what (INTERESTED_IN) at the first end of these rows.
// Generated from src/intake/kinds/people.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  customerId  string
// row customerId  string
// row interestId  string
// row weight      float?
// needs constraint customer_id
// try   :param rows => [{customerId: 'C0000001'}];
UNWIND $rows AS row
WITH DISTINCT row.customerId AS customerId
MATCH (customer:Customer {id: customerId})-[tie:INTERESTED_IN]->(interest:Interest)
RETURN customerId, interest.id AS interestId, tie.weight AS weight;
