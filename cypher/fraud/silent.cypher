// Invented ties: accounts with three or more ties on which nothing was ever exchanged. Where nobody counted, nothing is said.
// mode   read
// param  minTies     integer = 3
// param  first       integer = 100
// row    customerId  customer       unique
// row    strength    float          such ties as a share of those counted, 0..1
// row    family      boolean        always false: family ties are left out
// row    silent      integer        such ties
// row    ties        integer        ties whose interactions are counted
// needs  index customer_id
// api    tiesWithoutInteraction
// titleZh 虚构关系：有三条以上关系却从无互动的账户；无人计数之处不作判断。
// for    analyst admin
// try    :param minTies => 3;
// try    :param first => 20;
MATCH (account:Profiled)-[tie:FOLLOWS|WORKS_WITH|SHARES_INTEREST_WITH|REFERRED]-(:Profiled)
WHERE tie.interactions IS NOT NULL
WITH account, count(tie) AS ties, count(CASE WHEN tie.interactions = 0 THEN 1 END) AS silent
WHERE silent >= $minTies
RETURN account.id AS customerId, 1.0 * silent / ties AS strength, false AS family, silent, ties
ORDER BY strength DESC, silent DESC, customerId
LIMIT $first;
