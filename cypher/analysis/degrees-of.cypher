// How many people a customer is tied to, by kind and direction: exact at once from the ties, no run needed.
// mode   read
// param  customerId    customer
// row    kind          string   of the tie; KNOWS is everybody once
// row    direction     string   OUT, IN, or BOTH where the kind has none
// row    people        integer
// row    closeness     float    of those ties on average, 0..1
// row    interactions  integer  over those ties
// row    why           string
// api    degreesOf
// for    analyst marketer admin
// try    :params {customerId: 'C0000001'}
MATCH (customer:Customer:Profiled {id: $customerId})
MATCH (customer)-[tie:KNOWS|FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(other:Profiled)
WITH type(tie) AS kind, CASE
    WHEN type(tie) IN ['KNOWS', 'FAMILY_OF', 'WORKS_WITH', 'SHARES_INTEREST_WITH'] THEN 'BOTH'
    WHEN startNode(tie) = customer THEN 'OUT' ELSE 'IN' END AS direction,
  count(DISTINCT other) AS people, avg(coalesce(tie.closeness, 0.0)) AS closeness, toInteger(sum(coalesce(tie.interactions, 0))) AS interactions
RETURN kind, direction, people, closeness, interactions, CASE kind
    WHEN 'KNOWS' THEN 'knows ' + people + CASE people WHEN 1 THEN ' person' ELSE ' people' END + ' in all'
    WHEN 'FAMILY_OF' THEN people + ' of the family'
    WHEN 'WORKS_WITH' THEN 'works with ' + people
    WHEN 'REPORTS_TO' THEN CASE direction WHEN 'OUT' THEN 'reports to ' + people ELSE people + ' report to this customer' END
    WHEN 'SHARES_INTEREST_WITH' THEN 'shares an interest with ' + people
    WHEN 'FOLLOWS' THEN CASE direction WHEN 'OUT' THEN 'follows ' + people ELSE 'is followed by ' + people END
    ELSE CASE direction WHEN 'OUT' THEN 'referred ' + people ELSE 'was referred by ' + people END END AS why
ORDER BY people DESC, kind, direction;
