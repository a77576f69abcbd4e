// Gives customers their code of a programme, each one; who has one keeps it. The contact rule decided on them in the same transaction.
// mode   write
// param  programmeId  string
// param  now          datetime
// param  rows         list<record>
// .  customerId   string
// .  code         string        new, in case there is none
// row    issued       integer
// row    customerIds  list<string>
// row    codes        list<string>  in the order of customerIds
// needs  constraint referral_code_id
// try    :param programmeId => 'r1';
// try    :param now => datetime();
// try    :param rows => [{customerId: 'C0000001', code: 'ABCD2345'}];
UNWIND $rows AS row
MATCH (programme:ReferralProgramme {id: $programmeId})
MATCH (customer:Customer {id: row.customerId})
SET customer.asked = null // locks it
WITH row, programme, customer
ORDER BY customer.id
CALL (row, programme, customer) {
  OPTIONAL MATCH (customer)-[:HAS_CODE]->(known:ReferralCode)-[:OF_PROGRAMME]->(programme)
  WITH known
  ORDER BY known.at
  LIMIT 1
  RETURN known
}
CALL (row, programme, customer, known) {
  WITH * WHERE known IS NULL
  CREATE (customer)-[:HAS_CODE]->(made:ReferralCode {id: row.code, at: $now})-[:OF_PROGRAMME]->(programme)
  RETURN collect(made.id) AS fresh
}
RETURN coalesce(sum(size(fresh)), 0) AS issued, collect(customer.id) AS customerIds, collect(coalesce(known.id, head(fresh))) AS codes;
