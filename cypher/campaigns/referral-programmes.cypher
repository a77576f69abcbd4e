// Referral programmes with what came of them: codes, invitations, customers won, rewards by state, revenue and cost per referral.
// mode   read
// param  limit         integer = 20
// row    id            string   unique
// row    name          string
// row    nameZh        string?
// row    status        string   DRAFT, RUNNING, STOPPED
// row    currency      string
// row    codes         integer
// row    sent          integer  invitations that apps noted
// row    redeemed      integer
// row    converted     integer
// row    pendingMinor  integer  earned, waiting for the check, minor units
// row    heldMinor     integer
// row    grantedMinor  integer  released
// row    refusedMinor  integer
// row    paidMinor     integer
// row    revenueMinor  integer  orders of those converted, since they came, not refunded
// row    costMinor     integer  of what is owed or paid
// row    perReferral   float?   cost of each customer won, minor units
// row    roi           float?   (revenue − cost) / cost
// needs  constraint referral_programme_id
// api    referralProgrammes
// titleZh 推荐计划及成效：推荐码、邀请、获客、各状态奖励、收入与单客成本。
// for    analyst marketer admin
// try    :param limit => 20;
MATCH (programme:ReferralProgramme)
WITH programme
ORDER BY programme.createdAt DESC, programme.id
LIMIT $limit
CALL (programme) {
  MATCH (programme)<-[:OF_PROGRAMME]-(code:ReferralCode)
  OPTIONAL MATCH (code)<-[:BY_CODE]-(invitation:Invitation)
  RETURN count(DISTINCT code) AS codes, count(CASE WHEN invitation.status = 'SENT' THEN 1 END) AS sent,
    count(CASE WHEN invitation.status <> 'SENT' THEN 1 END) AS redeemed,
    count(CASE WHEN invitation.status = 'CONVERTED' THEN 1 END) AS converted
}
CALL (programme) {
  MATCH (programme)<-[:OF_PROGRAMME]-(:ReferralCode)<-[:BY_CODE]-(invitation:Invitation {status: 'CONVERTED'})
    <-[:REDEEMED]-(:Customer)-[:PLACED]->(order:Order)
  WHERE order.at >= invitation.at AND order.refundedAt IS NULL AND order.currency = programme.currency
  RETURN coalesce(sum(order.amountMinor), 0) AS revenueMinor
}
CALL (programme) {
  MATCH (programme)<-[:OF_PROGRAMME]-(:ReferralCode)<-[:HAS_CODE]-(:Customer)-[:EARNED]->(reward:Reward)
  WHERE reward.programme = programme.id
  WITH DISTINCT reward
  WITH reward.status AS state, sum(reward.amountMinor) AS amount
  RETURN collect({state: state, amount: amount}) AS amounts
}
WITH *, [state IN ['PENDING', 'HELD', 'RELEASED', 'REFUSED', 'PAID'] |
  coalesce(head([one IN amounts WHERE one.state = state | one.amount]), 0)] AS minor
WITH *, minor[0] + minor[1] + minor[2] + minor[4] AS costMinor
RETURN programme.id AS id, programme.name AS name, programme.nameZh AS nameZh, programme.status AS status,
  programme.currency AS currency, codes, sent, redeemed, converted, minor[0] AS pendingMinor, minor[1] AS heldMinor,
  minor[2] AS grantedMinor, minor[3] AS refusedMinor, minor[4] AS paidMinor, revenueMinor, costMinor,
  CASE WHEN converted > 0 THEN toFloat(costMinor) / converted END AS perReferral,
  CASE WHEN costMinor > 0 THEN toFloat(revenueMinor - costMinor) / costMinor END AS roi
ORDER BY programme.createdAt DESC, id;
