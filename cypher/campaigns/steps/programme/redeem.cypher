// Notes that a customer came by a code, once in a programme: the first code stays.
// mode   write
// param  programmeId  string
// param  code         string
// param  customerId   string
// param  now          datetime
// row    redeemed     string    the code that counts
// needs  constraint invitation_id
// try    :param programmeId => 'r1';
// try    :param code => 'ABCD2345';
// try    :param customerId => 'C0000002';
// try    :param now => datetime();
MATCH (customer:Customer {id: $customerId})
MATCH (code:ReferralCode {id: $code})
SET customer.asked = null // locks it
MERGE (invitation:Invitation {id: $programmeId + '|' + $customerId})
  ON CREATE SET invitation.at = $now, invitation.status = 'OPEN', invitation.programme = $programmeId
MERGE (customer)-[:REDEEMED]->(invitation)
WITH invitation, code, EXISTS { (invitation)-[:BY_CODE]->(:ReferralCode) } AS before
FOREACH (_ IN CASE WHEN before THEN [] ELSE [1] END | MERGE (invitation)-[:BY_CODE]->(code))
WITH invitation
MATCH (invitation)-[:BY_CODE]->(by:ReferralCode)
RETURN by.id AS redeemed;
