// Reciprocal referrals: two accounts that each brought the other.
// mode   read
// param  first       integer = 100
// row    customerId  customer       unique
// row    strength    float          1
// row    family      boolean        only relatives are concerned
// row    why         string
// needs  index customer_id
// api    reciprocalReferrals
// for    analyst admin
// try    :params {first: 20}
MATCH (account:Profiled)-[:REFERRED]->(other:Profiled)
WHERE EXISTS { (other)-[:REFERRED]->(account) }
WITH account, other, EXISTS { (account) ((:Profiled)-[:FAMILY_OF]-(:Profiled)){1,2} (other) } AS related
WITH account, count(DISTINCT other) AS others, count(DISTINCT CASE WHEN NOT related THEN other END) AS strangers
RETURN account.id AS customerId, 1.0 AS strength, strangers = 0 AS family,
  'referred and was referred by the same ' + CASE WHEN others = 1 THEN 'account' ELSE others + ' accounts' END
    + CASE WHEN strangers = 0 THEN ', all of one family' ELSE '' END AS why
ORDER BY customerId
LIMIT $first;
