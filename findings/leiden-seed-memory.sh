#!/usr/bin/env bash
# One would expect: starting Leiden from known communities (seedProperty) needs about the memory of a run without.
# What happens: GDS estimates 16 bytes for each PAIR of nodes as soon as seedProperty is given: 6 GiB at 20,000 nodes, 14,900 GiB at a
#   million, where a run without it is estimated at some megabytes. The run is refused by that estimate; with sudo: true, which skips the
#   check, it finishes in the same small heap. Louvain's estimate knows no such term.
# Why it matters here: keeping communities stable by seeding from the last run looks impossible for lack of memory, which it is not.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, rows } from './cypher.mjs';

async function ring(name, people) {
  await rows(
    `UNWIND range(0, toInteger($people) - 1) AS i
     WITH i, i - i % 20 + (i + 1) % 20 AS next UNWIND [next, (i + 20) % toInteger($people)] AS other
     RETURN gds.graph.project($name, i, other, {}, {undirectedRelationshipTypes: ['*']}) AS graph`,
    { name, people },
  );
  await rows("CALL gds.wcc.mutate($name, {mutateProperty: 'seed'}) YIELD componentCount RETURN componentCount", { name });
}

async function estimate(algorithm, name, seedProperty) {
  const [{ bytes }] = await rows(
    `CALL gds.${algorithm}.stats.estimate($name, {concurrency: 1, seedProperty: $seedProperty}) YIELD bytesMax RETURN bytesMax AS bytes`,
    { name, seedProperty },
  );
  return bytes;
}

const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
const seeded = {};
for (const people of [10_000, 20_000]) {
  const name = `ring${people}`;
  await ring(name, people);
  const plain = await estimate('leiden', name, null);
  seeded[people] = await estimate('leiden', name, 'seed');
  const louvain = await estimate('louvain', name, 'seed');
  const pair = (seeded[people] / people ** 2).toFixed(1);
  console.log(`${people} nodes: Leiden ${mb(plain)}, seeded ${mb(seeded[people])} (${pair} bytes a pair), seeded Louvain ${mb(louvain)}`);
  assert.ok(seeded[people] > 100 * plain, 'a seed no longer multiplies the estimate');
  assert.ok(louvain < 10 * plain);
}
const growth = seeded[20_000] / seeded[10_000];
assert.ok(growth > 3.8 && growth < 4.2, `twice the nodes: ${growth} times the estimate`);

const run = (sudo) =>
  rows("CALL gds.leiden.stats('ring20000', {concurrency: 1, seedProperty: 'seed', sudo: $sudo}) YIELD communityCount AS found RETURN found", { sudo });
await assert.rejects(run(false), (error) => {
  console.log(`run: ${/Memory required.*/.exec(error.message)?.[0] ?? error.message}`);
  return /exceeds available memory/.test(error.message);
});
assert.equal((await run(true)).length, 1);
console.log('run with sudo: finished');
await close();
JS
