#!/usr/bin/env bash
# One would expect: the JavaScript driver sends a Date as a DateTime, or refuses it as it refuses a function or a symbol.
# What happens: a Date goes as an empty map, without a word. A comparison with it is null, so WHERE drops every row and the answer is just
#   empty; only storing it as a property fails. BigInt, Map and Set are understood (Map and Set as lists), a function is refused.
# Why it matters here: "customers active since …" answers that there are none. Times have to be turned before they reach the driver.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import neo4j from 'neo4j-driver';
import { close, rows } from './cypher.mjs';

const at = new Date('2026-01-01T00:00:00Z');
const arrives = { Date: [at, /^MAP/], BigInt: [1n, /^INTEGER/], Set: [new Set([1]), /^LIST/], Map: [new Map([['a', 1]]), /^LIST/] };
for (const [name, [value, expected]] of Object.entries(arrives)) {
  const [{ type }] = await rows('RETURN valueType($value) AS type', { value });
  console.log(`${name} arrives as ${type}`);
  assert.match(type, expected);
}
const [{ value }] = await rows('RETURN $value AS value', { value: at });
assert.deepEqual(value, {});

const count = async (since) =>
  (await rows("UNWIND [datetime('2025-12-31'), datetime('2026-01-02')] AS seen WITH seen WHERE seen >= $since RETURN count(*) AS rows", { since }))[0].rows;
const byDate = await count(at);
const byDateTime = await count(neo4j.types.DateTime.fromStandardDate(at));
console.log(`of two rows one is later: ${byDateTime} by a DateTime, ${byDate} by a Date`);
assert.deepEqual([byDateTime, byDate], [1, 0]);
await assert.rejects(rows('CREATE (:Seen {at: $at})', { at }), /Property values can only be of primitive types/);
await assert.rejects(rows('RETURN $f', { f: () => 1 }), (error) => {
  console.log(`a function: ${error.message.slice(0, 60)}`);
  return true;
});
await close();
JS
