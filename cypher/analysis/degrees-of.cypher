// How many people a customer is tied to, by kind and direction: exact at once from the ties, no run needed.
// mode   read
// param  customerId    customer
// row    kind          string   of the tie; KNOWS is everybody once
// row    direction     string   OUT, IN, or BOTH where the kind has none
// row    people        integer
// row    closeness     float    of those ties on average, 0..1
// row    interactions  integer  over those ties
// api    degreesOf
// titleZh 一位客户按类型与方向各与多少人相连：直接由关系得出，无需运行分析。
// for    analyst marketer admin
// try    :param customerId => 'C0000001';
MATCH (customer:Customer:Profiled {id: $customerId})
MATCH (customer)-[tie:KNOWS|FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(other:Profiled)
WITH type(tie) AS kind, CASE
    WHEN type(tie) IN ['KNOWS', 'FAMILY_OF', 'WORKS_WITH', 'SHARES_INTEREST_WITH'] THEN 'BOTH'
    WHEN startNode(tie) = customer THEN 'OUT' ELSE 'IN' END AS direction,
  count(DISTINCT other) AS people, avg(coalesce(tie.closeness, 0.0)) AS closeness, toInteger(sum(coalesce(tie.interactions, 0))) AS interactions
RETURN kind, direction, people, closeness, interactions
ORDER BY people DESC, kind, direction;
