#!/usr/bin/env bash
# One would expect: a page of rows that were unwound from one list takes the memory of the page, or of the list once.
# What happens: Top keeps for each row the variables of the subquery's argument, the list too, and counts it once a row:
#   skip + limit times its size. PROFILE shows it, and dbms.memory.transaction.total.max ends the query by it.
# Why it matters here: connections of @neo4j/graphql 7 are read like this, so a late page of a connection over many
#   customers was refused, though the page is small. src/graph/page-first.ts takes the page first.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import neo4j from 'neo4j-driver';
import { close, driver, rows } from './cypher.mjs';

await rows('UNWIND range(1, 2000) AS n CREATE (:Customer {id: toString(n)})');
const PAGE = `PROFILE MATCH (c:Customer) WITH collect({node: c}) AS edges
  CALL (edges) {
    UNWIND edges AS edge WITH edge.node AS c
    ORDER BY c.id SKIP $skip LIMIT 20
    RETURN collect(c.id) AS ids
  }
  RETURN size(ids) AS many`;
const memoryOf = (plan, operator) =>
  plan.operatorType.startsWith(operator)
    ? Number(plan.arguments.Memory)
    : Math.max(0, ...plan.children.map((child) => memoryOf(child, operator)));
const profiled = async (skip) => (await driver.executeQuery(PAGE, { skip: neo4j.int(skip) })).summary.profile;
const [early, late] = [await profiled(100), await profiled(1000)];
const list = memoryOf(late, 'EagerAggregation');
console.log(`the list ${list} bytes; Top of a page at 100 ${memoryOf(early, 'Top')}, at 1000 ${memoryOf(late, 'Top')}`);
assert.ok(memoryOf(late, 'Top') > 500 * list);
await close();
JS
