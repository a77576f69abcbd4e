// Reciprocal referrals: two accounts that each brought the other.
// mode   read
// param  first       integer = 100
// row    customerId  customer       unique
// row    strength    float          1
// row    family      boolean        only relatives are concerned
// row    others      integer        such accounts
// needs  index customer_id
// api    reciprocalReferrals
// titleZh 互相推荐：两个账户彼此带来对方。
// for    analyst admin
// try    :param first => 20;
MATCH (account:Profiled)-[:REFERRED]->(other:Profiled)
WHERE EXISTS { (other)-[:REFERRED]->(account) }
WITH account, other, EXISTS { (account) ((:Profiled)-[:FAMILY_OF]-(:Profiled)){1,2} (other) } AS related
WITH account, count(DISTINCT other) AS others, count(DISTINCT CASE WHEN NOT related THEN other END) AS strangers
RETURN account.id AS customerId, 1.0 AS strength, strangers = 0 AS family, others
ORDER BY customerId
LIMIT $first;
