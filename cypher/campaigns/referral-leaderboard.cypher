// Who brought most customers by a referral programme. Only people who consent to referral; the name that may be shown is cut.
// mode   read
// param  programme    string
// param  limit        integer = 20
// row    customerId   customer       unique
// row    shown        string         what others may see of the alias
// row    conversions  integer        customers they brought
// row    rewardMinor  integer        earned and not refused, minor units
// row    currency     string?
// needs  constraint referral_programme_id
// api    referralLeaderboard
// titleZh 某推荐计划中谁带来的客户最多；只列同意参与推荐的人，名称只显示一部分。
// for    marketer admin service
// try    :param programme => 'r1';
// try    :param limit => 20;
MATCH (:ReferralProgramme {id: $programme})<-[:OF_PROGRAMME]-(code:ReferralCode)<-[:HAS_CODE]-(customer:Customer)
WHERE NOT customer:Restricted AND EXISTS {
  MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = 'referral' AND (consent.until IS NULL OR consent.until > datetime())
}
WITH customer, COUNT { (code)<-[:BY_CODE]-(:Invitation {status: 'CONVERTED'}) } AS conversions
WHERE conversions > 0
CALL (customer) {
  MATCH (customer)-[:EARNED]->(reward:Reward)
  WHERE reward.programme = $programme AND reward.status <> 'REFUSED'
  RETURN coalesce(sum(reward.amountMinor), 0) AS rewardMinor, head(collect(reward.currency)) AS currency
}
RETURN customer.id AS customerId, left(coalesce(customer.alias, ''), 3) + '***' AS shown, conversions, rewardMinor, currency
ORDER BY conversions DESC, rewardMinor DESC, customerId
LIMIT $limit;
