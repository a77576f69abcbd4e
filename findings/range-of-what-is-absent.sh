#!/usr/bin/env bash
# One would expect: `UNWIND range(0, size(n.list) - 1)` of a node without the list gives no rows, since in Cypher size(null)
#   is null, null - 1 is null, UNWIND null gives no rows, and nearly every function of null is null (substring, left and
#   the indexing of a list too).
# What happens: range() raises a type error for an end, a start or a step that is null at run time, so one node that lacks
#   the property ends the statement for all of them. The planner says nothing of it beforehand: EXPLAIN passes.
# Why it matters here: a question on the history of a customer failed for those who were in no analysis yet, and worked on
#   every graph in which all had been. coalesce(n.list, []) is what gives no rows.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, driver, rows } from './cypher.mjs';

await rows('CREATE (:P {id: 1, list: [7, 8]}), (:P {id: 2})');
const ended = async (text) => {
  try {
    return (await rows(text)).length;
  } catch (error) {
    return error.code;
  }
};
const asked = {
  'UNWIND null': 'MATCH (n:P) UNWIND n.list AS x RETURN x',
  'size, arithmetic and an index of null': 'MATCH (n:P) RETURN size(n.list) / 2 - 1 AS a, n.list[0] AS b, left(n.text, 1) AS c',
  'range with an end of null': 'MATCH (n:P) UNWIND range(0, size(n.list) - 1) AS at RETURN at',
  'the same, explained': 'EXPLAIN MATCH (n:P) UNWIND range(0, size(n.list) - 1) AS at RETURN at',
  'the same of those who have it': 'MATCH (n:P {id: 1}) UNWIND range(0, size(n.list) - 1) AS at RETURN at',
  'range of coalesce': 'MATCH (n:P) UNWIND range(0, size(coalesce(n.list, [])) - 1) AS at RETURN at',
};
const found = {};
for (const [what, text] of Object.entries(asked)) {
  found[what] = await ended(text);
  console.log(`${what}: ${typeof found[what] === 'number' ? `${found[what]} rows` : found[what]}`);
}
assert.deepEqual(Object.values(found), [2, 2, 'Neo.ClientError.Statement.TypeError', 0, 2, 2]);
await close();
JS
