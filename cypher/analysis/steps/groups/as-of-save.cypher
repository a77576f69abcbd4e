// Keeps the first of a run as of a date with that run, and nothing on the customers themselves: today's scores stay.
// mode   write
// param  graph  string
// param  run    string
// param  asOf   datetime
// param  first  integer
// row    kept   integer
// needs  gds
// try    :param graph => 'try';
// try    :param run => 'try';
// try    :param asOf => datetime('2026-01-01');
// try    :param first => 50;
MATCH (run:AnalysisRun {id: $run})
SET run.asOf = $asOf
WITH run
CALL gds.graph.nodeProperty.stream($graph, 'pageRank', ['Profiled']) YIELD nodeId, propertyValue
WITH run, nodeId, propertyValue AS pageRank
ORDER BY pageRank DESC, nodeId
LIMIT $first
WITH run, collect({customer: gds.util.asNode(nodeId), pageRank: pageRank,
  degree: gds.util.nodeProperty($graph, nodeId, 'degree'), community: gds.util.nodeProperty($graph, nodeId, 'communityRaw')}) AS rows
UNWIND range(0, size(rows) - 1) AS at
WITH run, at, rows[at] AS row, rows[at].customer AS customer
WHERE customer:Profiled
CREATE (run)-[:RANKED {rank: at + 1, pageRank: row.pageRank, degree: toInteger(row.degree), community: row.community}]->(customer)
RETURN count(*) AS kept;
