#!/usr/bin/env bash
# One would expect: the modularity of a network without a tie is 0, or is refused, so that the best of several partitions is the largest.
# What happens: gds.modularity.stats answers NaN, without a warning. In Cypher NaN > 0.4 is false and ORDER BY … DESC puts NaN first, so
#   that "is it better" says no while "the first by modularity" is the one that says nothing; and JSON makes null of it.
# Why it matters here: a new shop, or a segment whose members do not know each other, is a network without ties. The best of three draws of
#   Leiden would be another by comparison than by sorting, and the figure that is stored depends on which was written.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, rows } from './cypher.mjs';

await rows('UNWIND range(1, 4) AS i CREATE (:Person {community: i % 2})');
await rows(
  `MATCH (one:Person) OPTIONAL MATCH (one)-[:KNOWS]->(other:Person)
   RETURN gds.graph.project('alone', one, other, {sourceNodeProperties: one {.community}, targetNodeProperties: other {.community}}) AS graph`,
);
const [{ modularity, communities }] = await rows(
  `CALL gds.modularity.stats('alone', {communityProperty: 'community'}) YIELD modularity, communityCount
   RETURN modularity, communityCount AS communities`,
);
console.log(`GDS, 4 people in 2 communities without a tie: modularity ${modularity}, as JSON ${JSON.stringify({ modularity })}`);
assert.ok(Number.isNaN(modularity));
assert.equal(Number(communities), 2);

const [{ better }] = await rows("RETURN toFloat('NaN') > 0.4 AS better");
const sorted = await rows("UNWIND [0.4, toFloat('NaN'), 0.1] AS q RETURN q ORDER BY q DESC");
console.log(`Cypher: NaN > 0.4 is ${better}; sorted from the largest: ${sorted.map(({ q }) => q).join(', ')}`);
assert.equal(better, false);
assert.ok(Number.isNaN(sorted[0].q));
await close();
JS
