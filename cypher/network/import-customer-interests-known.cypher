// What the graph holds of these ties already: who likes what.
// mode  read
// param rows list<record>
// .  customerId  string
// .  interestId  string
// row customerId  string
// row interestId  string
// row weight      float?
// try   :params {rows: [{customerId: 'x1', interestId: 'x1'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (interest:Interest {id: row.interestId})
MATCH (customer)-[tie:INTERESTED_IN]->(interest)
RETURN customer.id AS customerId, interest.id AS interestId, tie.weight AS weight;
