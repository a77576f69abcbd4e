// Removes the ties that were inferred (source inferred, not said by anybody) of those who do not consent to profiling, and sums
// the KNOWS of their pairs up again from the ties that are left.
// mode   write
// param  customerIds  list<string>
// param  others       list<string>?  only ties with these; null for all
// row    ties         integer       removed
// row    others       list<string>  at their other ends
// needs  index customer_id
// try    :param customerIds => ['C0000001'];
// try    :param others => null;
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WHERE NOT customer:Profiled
MATCH (customer)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(other:Customer)
WHERE $others IS NULL OR other.id IN $others
WITH customer, other, collect(DISTINCT tie) AS ties
WITH customer, other, [tie IN ties WHERE tie.source = 'inferred'] AS gone, [tie IN ties WHERE coalesce(tie.source, '') <> 'inferred'] AS left
WHERE size(gone) > 0
SET customer:Changed, other:Changed
WITH *
OPTIONAL MATCH (customer)-[knows:KNOWS]-(other)
WITH other, gone, left, knows, size(gone) AS removed,
     1 - reduce(apart = 1.0, tie IN left | apart * (1 - coalesce(tie.closeness, 0.0))) AS closeness,
     reduce(kinds = [], kind IN [tie IN left | type(tie)] | CASE WHEN kind IN kinds THEN kinds ELSE kinds + kind END) AS kinds
FOREACH (tie IN gone | DELETE tie)
FOREACH (sum IN CASE WHEN knows IS NOT NULL AND size(left) = 0 THEN [knows] ELSE [] END | DELETE sum)
FOREACH (sum IN CASE WHEN knows IS NOT NULL AND size(left) > 0 THEN [knows] ELSE [] END |
  SET sum.closeness = closeness, sum.kinds = COLLECT { UNWIND kinds AS kind RETURN kind ORDER BY kind })
RETURN coalesce(sum(removed), 0) AS ties, collect(DISTINCT other.id) AS others;
