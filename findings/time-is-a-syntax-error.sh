#!/usr/bin/env bash
# One would expect: a parameter's text that is no time is a fault of the value (ArgumentError), told whenever it is used,
#   and SyntaxError is left to statements.
# What happens: datetime($text) of hour 24 answers Statement.SyntaxError, of an offset of 99 hours Statement.ArgumentError,
#   and nothing at all as long as no row is compared with it.
# Why it matters here: @neo4j/graphql hands such a text on whenever JavaScript's Date can read it, so a client's wrong
#   value looks like a fault of the server's Cypher, and only once there are data. Times are read before they are sent.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, driver, rows } from './cypher.mjs';

const LATE = '2026-01-01T24:00:00Z';
const FAR = '2026-01-01T00:00:00+99:99';
const QUESTION = 'MATCH (t:Thing) WHERE t.at >= datetime($at) RETURN t';
const told = async (at) => {
  try {
    await driver.executeQuery(QUESTION, { at });
    return 'no error';
  } catch (error) {
    return `${error.code}: ${error.message.split('\n')[0]}`;
  }
};
assert.ok(!Number.isNaN(Date.parse(LATE)), 'JavaScript reads it');
const none = await told(LATE);
await rows("CREATE (:Thing {at: datetime('2026-01-01T00:00:00Z')})");
const [late, far] = [await told(LATE), await told(FAR)];
console.log(`${QUESTION}\n  no Thing, ${LATE}: ${none}\n  one Thing, ${LATE}: ${late}\n  one Thing, ${FAR}: ${far}`);
assert.equal(none, 'no error');
assert.match(late, /Statement\.SyntaxError/);
assert.match(far, /Statement\.ArgumentError/);
await close();
JS
