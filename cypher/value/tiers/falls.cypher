// Who will fall out of their loyalty tier, when, to which, and what would keep them: the next to fall first.
// mode   read
// param  days        integer = 30     ahead
// param  limit       integer = 100
// row    customerId  customer         unique
// row    tier        string
// row    since       datetime
// row    noticedAt   datetime
// row    fallsAt     datetime
// row    fallsTo     string
// row    keepMinor   float            to be spent before, minor units
// row    keepOrders  integer          purchases to be made before
// row    currency    string?
// needs  run tiers
// api    tierFalls
// titleZh 谁将降级、何时、降到哪级、怎样可以保级：最早者在前。
// for    analyst marketer admin service
// try    :param days => 30;
// try    :param limit => 20;
MATCH (customer:Profiled)
WHERE customer.loyaltyFallsAt <= datetime() + duration({days: $days})
OPTIONAL MATCH (tier:LoyaltyTier {id: customer.loyaltyTier})
RETURN customer.id AS customerId, customer.loyaltyTier AS tier, customer.loyaltySince AS since,
       customer.loyaltyNoticedAt AS noticedAt, customer.loyaltyFallsAt AS fallsAt, customer.loyaltyFallsTo AS fallsTo,
       toFloat(customer.loyaltyKeepMinor) AS keepMinor, customer.loyaltyKeepOrders AS keepOrders, tier.currency AS currency
ORDER BY fallsAt, customerId
LIMIT $limit;
