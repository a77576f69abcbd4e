// What decides whether a customer may redeem a code.
// mode   read
// param  code         string
// param  customerId   string
// param  now          datetime
// row    programmeId  string
// row    running      boolean
// row    referrerId   string
// row    known        boolean   the customer exists, and is not restricted
// row    redeemed     string?   the code of this programme that they came by
// row    ordered      boolean   before
// row    circle       boolean   who has the code came by this customer
// needs  constraint referral_code_id
// try    :param code => 'ABCD2345';
// try    :param customerId => 'C0000002';
// try    :param now => datetime();
MATCH (referrer:Customer)-[:HAS_CODE]->(:ReferralCode {id: $code})-[:OF_PROGRAMME]->(programme:ReferralProgramme)
OPTIONAL MATCH (customer:Customer {id: $customerId})
RETURN programme.id AS programmeId, programme.status = 'RUNNING' AS running, referrer.id AS referrerId,
  customer IS NOT NULL AND NOT customer:Restricted AS known,
  head(COLLECT { MATCH (:Invitation {id: programme.id + '|' + $customerId})-[:BY_CODE]->(by:ReferralCode) RETURN by.id }) AS redeemed,
  EXISTS { MATCH (customer)-[:PLACED]->(order:Order) WHERE order.at < $now } AS ordered,
  EXISTS { MATCH (referrer) ((:Customer)-[:REDEEMED]->(:Invitation)-[:BY_CODE]->(:ReferralCode)<-[:HAS_CODE]-(:Customer)){1,5} (customer) } AS circle;
