// How many customers are in each loyalty tier, from the highest down, what they spent so far, and how many will fall unless they buy.
// mode   read
// row    id          string     unique
// row    name        string
// row    nameZh      string
// row    customers   integer
// row    share       float      of all in a tier, 0..1
// row    spendMinor  float      so far, minor units; customers who buy in another currency are counted without theirs
// row    currency    string?    of the spend: the one that most buy in
// row    falling     integer    of them, told that they will fall
// needs  run tiers
// api    loyaltyTiers
// titleZh 各会员等级的客户数（从高到低）、至今消费，以及不消费就会降级的人数。
// for    analyst marketer admin service
CALL () {
  OPTIONAL MATCH (buyer:Profiled)
  WHERE buyer.currency IS NOT NULL
  RETURN buyer.currency AS currency, count(*) AS buyers
  ORDER BY buyers DESC, currency
  LIMIT 1
}
WITH currency, COUNT { MATCH (any:Profiled) WHERE any.loyaltyTier IS NOT NULL } AS all
MATCH (tier:LoyaltyTier)
OPTIONAL MATCH (customer:Profiled {loyaltyTier: tier.id})
WITH currency, all, tier, count(customer) AS customers,
  sum(CASE WHEN customer.currency = currency THEN customer.spendMinor ELSE 0 END) AS spend, count(customer.loyaltyFallsAt) AS falling
ORDER BY tier.position
RETURN tier.id AS id, tier.name AS name, tier.nameZh AS nameZh, customers,
       CASE WHEN all > 0 THEN toFloat(customers) / all ELSE 0.0 END AS share, toFloat(spend) AS spendMinor, currency, falling;
