// Notes that somebody sent an invitation with their code; of whom it went to nothing is kept. The same id again changes nothing.
// mode   write
// param  code      string
// param  id        string     of the invitation, by the app
// param  channel   string?
// param  now       datetime
// row    recorded  boolean
// needs  constraint invitation_id
// try    :param code => 'ABCD2345';
// try    :param id => 'i1';
// try    :param channel => 'WECHAT';
// try    :param now => datetime();
MATCH (customer:Customer)-[:HAS_CODE]->(code:ReferralCode {id: $code})
OPTIONAL MATCH (known:Invitation {id: 'sent|' + $code + '|' + $id})
WITH customer, code, known IS NULL AS recorded
MERGE (invitation:Invitation {id: 'sent|' + $code + '|' + $id})
  ON CREATE SET invitation.at = $now, invitation.channel = $channel, invitation.status = 'SENT'
MERGE (customer)-[:INVITED]->(invitation)
MERGE (invitation)-[:BY_CODE]->(code)
RETURN recorded;
