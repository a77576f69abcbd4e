// From which loyalty tier customers moved to which since a date.
// mode   read
// param  from       datetime
// row    before     string?    null for who came into a tier for the first time
// row    after      string
// row    customers  integer
// needs  run tiers
// api    tierMoves
// titleZh 自某日起客户在会员等级之间的升降。
// for    analyst marketer admin service
// try    :param from => datetime('2026-07-31');
WITH toString(date($from)) AS day
MATCH (customer:Profiled)
WHERE customer.loyaltyHistory IS NOT NULL
WITH customer.loyaltyHistory AS moves, day
UNWIND range(0, size(moves) - 1) AS place
WITH moves, place, day
WHERE right(moves[place], 10) >= day
WITH CASE WHEN place = 0 THEN null ELSE split(moves[place - 1], '|')[0] END AS before, split(moves[place], '|')[0] AS after
RETURN before, after, count(*) AS customers
ORDER BY customers DESC, before, after;
