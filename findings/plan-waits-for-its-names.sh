#!/usr/bin/env bash
# One would expect: a cached plan stays as long as the schema does and the counts hardly change, at least for
#   dbms.cypher.min_replan_interval (10 seconds); that a property name, a label or a type becomes known changes neither.
# What happens: a statement that names something the database does not know yet is planned anew at its next call after the
#   name is known, at once and whatever the interval, once for each such name. A name that it does not use changes nothing,
#   nor does one that it only reads from a map.
# Why it matters here: in a young database nearly every statement is planned up to five times, each for .1 to 3 seconds.
#   The product makes all names of its statements with the migrations.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, driver, rows } from './cypher.mjs';

// written so that planning takes far longer than running on an empty graph; {what} differs
const asking = (what) => `UNWIND [{onlyOfAMap: 1}] AS row
  MATCH (a:A {id: 1})-[:T]->(b:A)-[:T]->(c:A)-[:T]->(d:A) WHERE NOT EXISTS { (a)-[:T]->(d) } AND a.id < b.id AND c.id < d.id
  CALL (d) { MATCH (d)-[:P]->(o:O) WHERE o.at IS NOT NULL RETURN count(o) AS orders }
  OPTIONAL MATCH (d)-[:I]->(s:S) ${what} RETURN a.id, b.id, c.id, d.id, orders, count(s) AS n, row.onlyOfAMap AS read`;
await rows('CREATE (:A {id: 0, at: 0})-[:T]->(:A)-[:P]->(:O)-[:I]->(:S)');

const took = async (text) => {
  const began = performance.now();
  await rows(text);
  return performance.now() - began;
};
const several = async (text) => {
  const all = [];
  for (let run = 0; run < 5; run++) {
    await rows(`CALL db.createProperty('unused${run}')`);
    all.push(await took(text));
  }
  return all;
};
const cases = [
  ['a property', asking('WHERE s.named = 1'), "CALL db.createProperty('named')", true],
  ['a label', asking('WHERE s:Named'), "CALL db.createLabel('Named')", true],
  ['a type', asking('OPTIONAL MATCH (d)-[:NAMED]->(x)'), "CALL db.createRelationshipType('NAMED')", true],
  ['a property that it does not use', asking('WHERE s.id = 1'), "CALL db.createProperty('unused')", false],
  ['a field that it reads from a map', asking('WHERE s.id = 2'), "CALL db.createProperty('onlyOfAMap')", false],
];
for (const [, text] of cases) await rows(text); // the planner's own code is warm then
for (const [what, text, naming, anew] of cases) {
  const before = [];
  for (let run = 0; run < 9; run++) before.push(await took(text));
  const usual = before.sort((a, b) => a - b)[4];
  await rows(naming);
  // who is not planned anew may be slow once, on a busy machine, but hardly five times; who is, is so once
  const next = anew ? await took(text) : Math.min(...(await several(text)));
  console.log(`${what}: usually ${usual.toFixed(1)} ms, right after the name is known ${next.toFixed(0)} ms`);
  if (anew) assert.ok(next > 4 * usual, 'planned anew');
  else assert.ok(next < 4 * usual, 'not planned anew');
}
await close();
JS
