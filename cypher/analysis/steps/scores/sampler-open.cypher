// Puts loops on the run's own node. GDS picks sources of sampled betweenness in the order of nodes, each with its degree over
// the largest degree, and stops when it has enough: without one very large degree it would pick the first communities only.
// mode   write
// param  run     string
// param  loops   integer
// row    opened  integer
// try    :params {run: 'try', loops: 1000}
MATCH (run:AnalysisRun {id: $run})
SET run:Sampler
WITH run
UNWIND range(1, $loops) AS loop
CREATE (run)-[:DRAWS]->(run)
RETURN count(loop) AS opened;
