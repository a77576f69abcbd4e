// How many customers are in each loyalty tier, from the highest down, what they spent so far, and how many will fall unless they buy.
// mode   read
// row    id          string     unique
// row    name        string
// row    nameZh      string
// row    customers   integer
// row    share       float      of all in a tier, 0..1
// row    spendMinor  float      so far, minor units of whatever currencies
// row    falling     integer    of them, told that they will fall
// needs  run tiers
// api    loyaltyTiers
// for    analyst marketer admin service
WITH COUNT { MATCH (any:Profiled) WHERE any.loyaltyTier IS NOT NULL } AS all
MATCH (tier:LoyaltyTier)
OPTIONAL MATCH (customer:Profiled {loyaltyTier: tier.id})
WITH all, tier, count(customer) AS customers, sum(coalesce(customer.spendMinor, 0)) AS spend, count(customer.loyaltyFallsAt) AS falling
ORDER BY tier.position
RETURN tier.id AS id, tier.name AS name, tier.nameZh AS nameZh, customers,
       CASE WHEN all > 0 THEN toFloat(customers) / all ELSE 0.0 END AS share, toFloat(spend) AS spendMinor, falling;
