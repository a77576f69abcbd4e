// Invented ties: followings that the other side does not return, without any other tie, between accounts made together.
// mode   read
// param  hours       integer = 24   accounts made within so many hours of each other
// param  first       integer = 100
// row    customerId  customer       unique
// row    strength    float          a third for each such tie, up to 1
// row    family      boolean        always false: relatives have another tie
// row    others      integer        such ties
// needs  index customer_id
// api    oneSidedTies
// titleZh 虚构关系：同批账户之间得不到回应、且无其他关系的关注。
// for    analyst admin
// try    :param hours => 24;
// try    :param first => 20;
MATCH (follower:Profiled)-[:FOLLOWS]->(followed:Profiled)
WHERE follower.joinedAt <= followed.joinedAt + duration({hours: $hours})
  AND followed.joinedAt <= follower.joinedAt + duration({hours: $hours})
  AND NOT EXISTS { (followed)-[:FOLLOWS]->(follower) }
  AND NOT EXISTS { (follower)-[:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH]-(followed) }
UNWIND [[follower, followed], [followed, follower]] AS pair
WITH pair[0] AS account, count(DISTINCT pair[1]) AS others
RETURN account.id AS customerId, CASE WHEN others >= 3 THEN 1.0 ELSE others / 3.0 END AS strength, false AS family, others
ORDER BY strength DESC, others DESC, customerId
LIMIT $first;
