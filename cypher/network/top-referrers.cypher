// Who brought most: by what everyone below them in their tree of referrals bought and kept, in one currency.
// mode   read
// param  currency     string? = null         none takes the one of most orders below the candidates
// param  candidates   integer = 500          looked at: who brought most people directly
// param  limit        integer = 20
// row    customerId   customer        unique
// row    direct       integer                people they brought themselves
// row    people       integer                people in their tree
// row    depth        integer                levels of it
// row    conversions  integer                people in it who became customers
// row    valueMinor   integer                what the tree bought and kept, minor units
// row    currency     string?
// api    topReferrers
// titleZh 谁带来的最多：按其推荐树中所有人购买并留存的金额（单一币种）。
// for    analyst marketer admin
// try    :param currency => null;
// try    :param candidates => 500;
// try    :param limit => 20;
MATCH (referrer:Profiled)-[:REFERRED]->(brought:Profiled)
WITH referrer, count(DISTINCT brought) AS direct
ORDER BY direct DESC, referrer.id
LIMIT $candidates
CALL (referrer) {
  MATCH path = ANY SHORTEST (referrer) (()-[:REFERRED]->(:Profiled)){1,20} (person:Profiled)
  WHERE person <> referrer
  WITH person, length(path) AS level, coalesce(relationships(path)[-1].status, 'CONVERTED') IN ['CONVERTED', 'REWARDED'] AS converted
  RETURN collect(person) AS tree, max(level) AS depth, sum(CASE WHEN converted THEN 1 ELSE 0 END) AS conversions
}
CALL (tree) {
  UNWIND tree AS person
  MATCH (person)-[:PLACED]->(order:Order)
  WHERE order.refundedAt IS NULL
  WITH order.currency AS currency, sum(order.amountMinor) AS valueMinor, count(*) AS orders
  RETURN collect({currency: currency, valueMinor: valueMinor, orders: orders}) AS spend
}
WITH collect({referrer: referrer, direct: direct, people: size(tree), depth: depth, conversions: conversions, spend: spend}) AS all
CALL (all) {
  UNWIND all AS one
  UNWIND one.spend AS part
  WITH part.currency AS currency, sum(part.orders) AS orders
  ORDER BY orders DESC, currency
  RETURN collect(currency)[0] AS usual
}
UNWIND all AS one
WITH one, coalesce($currency, usual) AS currency
WITH one, currency, coalesce([part IN one.spend WHERE part.currency = currency | part.valueMinor][0], 0) AS valueMinor
RETURN one.referrer.id AS customerId, one.direct AS direct, one.people AS people, one.depth AS depth, one.conversions AS conversions,
  valueMinor, currency
ORDER BY valueMinor DESC, people DESC, customerId
LIMIT $limit;
