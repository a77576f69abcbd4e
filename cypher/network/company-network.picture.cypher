// The people through whom client companies are connected.
// mode   picture
// param  company  string? = null  only ties of this one
// param  limit    integer = 100   ties
// row    tie      path
// for    analyst marketer admin
// phrase How client companies are connected
// phraseZh 客户公司之间如何相连
// try    :param company => null;
// try    :param limit => 100;
CALL () {
  WITH * WHERE $company IS NOT NULL
  MATCH (one:Company {id: $company})
  RETURN one
  UNION ALL
  WITH * WHERE $company IS NULL
  MATCH (one:Company)
  RETURN one
}
MATCH tie = (one)<-[:WORKS_AT]-(person:Profiled)-[:KNOWS|REFERRED]-(friend:Profiled)-[:WORKS_AT]->(other:Company)
WHERE other <> one AND ($company IS NOT NULL OR one.id < other.id)
RETURN tie
LIMIT $limit;
