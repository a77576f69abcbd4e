// KOC (key opinion consumer): who leads inside a community and buys. The first few of each community by reach, of those who bought.
// mode   write
// param  reach     float = 80.0   least reach, 0..100
// param  rank      integer = 3    leaders of each community
// param  spread    float = 0.5    participation they stay below, 0..1; who is above leads across communities
// row    found     integer
// try    :params {reach: 80.0, rank: 3, spread: 0.5}
MATCH (customer:Profiled)
WHERE customer.reach >= $reach AND customer.communityId IS NOT NULL
WITH customer
ORDER BY customer.pageRank DESC, customer.id
WITH customer.communityId AS community, collect(customer)[..$rank] AS leaders
UNWIND leaders AS leader
WITH leader
WHERE leader.orders > 0 AND coalesce(leader.participation, 0.0) < $spread
SET leader.roles = [role IN coalesce(leader.roles, []) WHERE role <> 'KOC'] + 'KOC'
RETURN count(leader) AS found;
