// Cycles of referrals, of any length from three: nobody can have been brought by somebody whom they brought themselves. They are the
// strongly connected components (Tarjan 1972) of three or more. First run fraud-project; the graph in memory is read here.
// mode   read
// param  graph       string
// row    customerId  string   unique
// row    strength    float    1
// row    family      boolean  those next to the account in the cycle are its relatives
// row    accounts    integer  in the cycle
// needs  gds
// try    :param graph => 'try';
CALL gds.scc.stream($graph) YIELD nodeId, componentId
WITH componentId, collect(gds.util.asNode(nodeId)) AS members
WHERE size(members) >= 3
UNWIND members AS account
WITH account, members, NOT EXISTS {
  MATCH (account)-[:REFERRED]-(next:Profiled)
  WHERE next IN members AND NOT EXISTS { (account) ((:Profiled)-[:FAMILY_OF]-(:Profiled)){1,2} (next) }
} AS family
RETURN account.id AS customerId, 1.0 AS strength, family, size(members) AS accounts
ORDER BY customerId;
