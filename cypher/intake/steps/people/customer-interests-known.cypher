// All that the graph holds of these ties at their first end: who likes what.
// mode  read
// param rows list<record>
// .  customerId  string
// row customerId  string
// row interestId  string
// row weight      float?
// try   :params {rows: [{customerId: 'x1'}]}
UNWIND $rows AS row
WITH DISTINCT row.customerId AS customerId
MATCH (customer:Customer {id: customerId})-[tie:INTERESTED_IN]->(interest:Interest)
RETURN customerId, interest.id AS interestId, tie.weight AS weight;
