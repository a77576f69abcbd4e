#!/usr/bin/env bash
# One would expect: eigenvector centrality converges, so that a few rounds more or less change nothing but late digits.
# What happens: in a graph whose ties only go between two sides (a referral tree, customers and companies) GDS swings between two vectors
#   for ever. Who ranks first depends on whether maxIterations is even or odd, at 20 as at 200; some hundred rounds later every
#   score is exactly 0, which is then reported as converged. NetworkX and igraph give the one right vector for the same graph.
# Why it matters here: referral networks are trees, and every tree is such a graph: the leading referrer would be an accident.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

pip_install networkx==3.6.1 igraph==1.0.0
run_node <<'JS'
import assert from 'node:assert/strict';
import { close, rows } from './cypher.mjs';

// somebody brought four customers, each of whom brought eleven
await rows(
  `CREATE (root:Person {is: 'root'})
   WITH root UNWIND range(1, 4) AS i CREATE (root)-[:BROUGHT]->(mid:Person {is: 'mid'})
   WITH mid UNWIND range(1, 11) AS j CREATE (mid)-[:BROUGHT]->(:Person {is: 'leaf'})`,
);
await rows(
  "MATCH (one)-[:BROUGHT]->(other) RETURN gds.graph.project('tree', one, other, {}, {undirectedRelationshipTypes: ['*']}) AS graph",
);

async function ranking(maxIterations) {
  const found = await rows(
    `CALL gds.eigenvector.stream('tree', {maxIterations: toInteger($maxIterations), concurrency: 1}) YIELD nodeId, score
     WITH gds.util.asNode(nodeId).is AS is, round(score, 3) AS score RETURN DISTINCT is, score ORDER BY score DESC`,
    { maxIterations },
  );
  console.log(`GDS, ${maxIterations} iterations: ${found.map(({ is, score }) => `${is} ${score}`).join(', ')}`);
  return found;
}

const [even, odd] = [await ranking(20), await ranking(21)];
assert.equal(even[0].is, 'root');
assert.equal(odd[0].is, 'mid');
assert.deepEqual(await ranking(200), even);
assert.deepEqual(await ranking(201), odd);
assert.ok((await ranking(1_000)).every(({ score }) => score === 0));
for (const [maxIterations, expected] of [[201, false], [1_000, true]]) {
  const [{ didConverge }] = await rows(
    "CALL gds.eigenvector.stats('tree', {maxIterations: toInteger($maxIterations)}) YIELD didConverge RETURN didConverge",
    { maxIterations },
  );
  console.log(`GDS, ${maxIterations} iterations: converged ${didConverge}`);
  assert.equal(didConverge, expected);
}
await close();
JS
run_python <<'PY'
import igraph
import networkx

tree = networkx.Graph()
for mid in range(1, 5):
    tree.add_edge(0, mid)
    for leaf in range(11):
        tree.add_edge(mid, f"{mid}-{leaf}")
score = networkx.eigenvector_centrality(tree, max_iter=1000)
print(f"NetworkX: root {score[0]:.3f}, mid {score[1]:.3f}, leaf {score['1-0']:.3f}")
other = igraph.Graph.from_networkx(tree).eigenvector_centrality()
print(f"igraph (largest is 1): root {other[0]:.3f}, mid {other[1]:.3f}")
assert abs(score[0] / score[1] - 4 / 15**0.5) < 0.001 and abs(other[0] / other[1] - 4 / 15**0.5) < 0.001
PY
