// Writes ties as they are in a file: who likes what.
// mode  write
// param rows list<record>
// .  customerId  string
// .  interestId  string
// .  weight      float?  0..1
// row   written  integer
// try   :params {rows: [{customerId: 'x1', interestId: 'x1', weight: 0.5}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (interest:Interest {id: row.interestId})
MERGE (customer)-[tie:INTERESTED_IN]->(interest)
SET tie.weight = row.weight
RETURN count(*) AS written;
