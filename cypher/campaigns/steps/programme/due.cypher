// Who came by a code of a programme and bought in time, with the chain of those who brought them, the nearest first.
// mode   read
// param  id            string
// param  limit         integer = 500
// row    invitationId  string        unique
// row    customerId    string
// row    code          string
// row    at            datetime      of the first order that is large enough
// row    chain         list<string>
// row    recent        list<integer> rewards of each in this programme within its days before
// needs  constraint referral_programme_id
// try    :param id => 'r1';
// try    :param limit => 20;
MATCH (programme:ReferralProgramme {id: $id})<-[:OF_PROGRAMME]-(code:ReferralCode)<-[:BY_CODE]-(invitation:Invitation {status: 'OPEN'})
  <-[:REDEEMED]-(customer:Customer)
CALL (programme, invitation, customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE invitation.at <= order.at <= invitation.at + duration({days: programme.windowDays})
    AND order.refundedAt IS NULL AND order.amountMinor >= programme.minOrderMinor
  RETURN min(order.at) AS at
}
WITH programme, code, invitation, customer, at
WHERE at IS NOT NULL
ORDER BY at, invitation.id
LIMIT $limit
CALL (customer, programme) {
  MATCH (customer) ((:Customer)-[:REDEEMED]->(i:Invitation)-[:BY_CODE]->(:ReferralCode)<-[:HAS_CODE]-(by:Customer)
    WHERE i.programme = $id){1,5} (:Customer)
  RETURN by AS people
  ORDER BY size(by) DESC
  LIMIT 1
}
RETURN invitation.id AS invitationId, customer.id AS customerId, code.id AS code, at, [one IN people | one.id] AS chain,
  [one IN people | COUNT { MATCH (one)-[:EARNED]->(reward:Reward)
    WHERE reward.programme = $id AND reward.status <> 'REFUSED' AND reward.at > at - duration({days: programme.mostDays}) }] AS recent
ORDER BY at, invitationId;
