// Which client companies are connected: by people who work at both, referrals and acquaintance between their people. Everyone
// counted consents to profiling.
// mode   read
// param  company    string? = null          only ties of this one
// param  limit      integer = 50
// row    companyId  string
// row    name       string?
// row    nameZh     string?
// row    otherId    string
// row    otherName  string?
// row    otherNameZh  string?
// row    shared     integer                 people who work at both
// row    referrals  integer                 between their people
// row    ties       integer                 pairs who know each other
// row    closeness  float                   sum over these pairs
// api    companyNetwork
// titleZh 哪些客户企业彼此相连：共同任职者、推荐关系与员工间的相识。只统计同意画像的人。
// for    analyst marketer admin
// try    :param company => null;
// try    :param limit => 50;
CALL () {
  WITH * WHERE $company IS NOT NULL
  MATCH (one:Company {id: $company})
  RETURN one
  UNION ALL
  WITH * WHERE $company IS NULL
  MATCH (one:Company)
  RETURN one
}
MATCH (one)<-[:WORKS_AT]-(person:Profiled)
CALL (one, person) {
  MATCH (person)-[:WORKS_AT]->(other:Company)
  WHERE other <> one
  RETURN other, 1 AS shared, 0 AS referrals, null AS closeness
  UNION ALL
  MATCH (person)-[:REFERRED]-(:Profiled)-[:WORKS_AT]->(other:Company)
  WHERE other <> one
  RETURN other, 0 AS shared, 1 AS referrals, null AS closeness
  UNION ALL
  MATCH (person)-[knows:KNOWS]-(:Profiled)-[:WORKS_AT]->(other:Company)
  WHERE other <> one
  RETURN other, 0 AS shared, 0 AS referrals, coalesce(knows.closeness, 0.0) AS closeness
}
WITH one, other, sum(shared) AS shared, sum(referrals) AS referrals, count(closeness) AS ties, coalesce(sum(closeness), 0.0) AS closeness
WHERE $company IS NOT NULL OR one.id < other.id
RETURN one.id AS companyId, one.name AS name, one.nameZh AS nameZh, other.id AS otherId, other.name AS otherName, other.nameZh AS otherNameZh,
  shared, referrals, ties, toFloat(closeness) AS closeness
ORDER BY shared DESC, referrals DESC, closeness DESC, companyId, otherId
LIMIT $limit;
