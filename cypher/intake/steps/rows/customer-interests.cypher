// Writes who likes what (INTERESTED_IN) as the rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/people.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  customerId  string  who
// .  interestId  string  what
// .  weight      float?  how much
// row written  integer
// needs constraint customer_id
// needs constraint interest_id
// try   :param rows => [{customerId: 'C0000001', interestId: 'I01', weight: 0.5}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (interest:Interest {id: row.interestId})
MERGE (customer)-[tie:INTERESTED_IN]->(interest)
SET customer:Changed, tie.weight = row.weight
RETURN count(*) AS written;
