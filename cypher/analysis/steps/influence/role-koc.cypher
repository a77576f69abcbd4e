// KOC (key opinion consumer): among the most influential of a community, not heard much outside it, and buys. After analysis/steps/influence/roles.
// mode   write
// param  rank      integer = 3    the most influential of each community
// param  outside   float = 0.3334  share of those who follow or respond in other communities, below which they stay, 0..1
// param  orders    integer = 3    least
// row    found     integer
// try    :param rank => 3;
// try    :param outside => 0.3334;
// try    :param orders => 3;
MATCH (community:Community)
CALL (community) {
  MATCH (customer:Profiled)
  WHERE customer.communityId = community.id AND customer.influence IS NOT NULL
  RETURN customer AS leader
  ORDER BY customer.influence DESC, customer.id
  LIMIT $rank
}
WITH leader
WHERE leader.orders >= $orders AND coalesce(leader.outsideReach, 0.0) < $outside
SET leader.roles = [role IN coalesce(leader.roles, []) WHERE role <> 'KOC'] + 'KOC'
RETURN count(leader) AS found;
