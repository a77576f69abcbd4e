#!/usr/bin/env bash
# One would expect: a native projection with a defaultValue takes ties that have no such property, for that is what the
#   default is for; so it works in a database where no tie has one yet.
# What happens: it is refused as long as the database does not know the property's name. One tie that has it, even when it
#   is deleted again, or db.createProperty, and the same call works.
# Why it matters here: the first analysis of customers without ties failed, while every test passed, since its database
#   had known the name before. A migration makes the name.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, driver, rows } from './cypher.mjs';

await rows('CREATE (:Customer)-[:KNOWS]->(:Customer)');
const PROJECT = `CALL gds.graph.project('ties', 'Customer', {KNOWS: {properties: {closeness: {defaultValue: 0.1}}}})
  YIELD relationshipCount RETURN relationshipCount AS ties`;
const told = async () => {
  try {
    const [{ ties }] = await rows(PROJECT);
    await rows("CALL gds.graph.drop('ties') YIELD graphName RETURN graphName");
    return `${ties} ties`;
  } catch (error) {
    return error.message.split('\n')[0];
  }
};
const before = await told();
await rows("CALL db.createProperty('closeness')");
const after = await told();
console.log(`no tie ever had closeness: ${before}\nthe name was made, no tie has it: ${after}`);
assert.match(before, /Relationship properties not found: 'closeness'/);
assert.equal(after, '1 ties');
await close();
JS
