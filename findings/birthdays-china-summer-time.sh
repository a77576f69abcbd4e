#!/usr/bin/env bash
# One would expect: China has one time zone without summer time, so +08:00 and Asia/Shanghai may stand for each other.
# What happens: in the summers of 1986 to 1991 clocks in China went one hour ahead, and the time zone data of Node and of Java (so of Neo4j) know it. A date of birth
#   that one system keeps as midnight in Asia/Shanghai (new Date(1988, 5, 1), an epoch in an export) is 23:00 of the day before
#   in +08:00: read back so, the birthday is one day early, for those born in these summers only.
# Why it matters here: customers of 35 to 40 are many; birthdays must travel as dates, never as instants.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

TZ=Asia/Shanghai run_node <<'JS'
import assert from 'node:assert/strict';
import { close, rows } from './cypher.mjs';

const births = [1985, 1986, 1988, 1991, 1992].map((year) => ({ born: `${year}-07-01`, epoch: new Date(year, 6, 1).getTime() }));
const read = await rows(
  `UNWIND $births AS birth WITH birth, toInteger(birth.epoch) AS epoch
   RETURN birth.born AS born, toString(date(datetime({epochMillis: epoch, timezone: 'Asia/Shanghai'}))) AS shanghai,
     toString(date(datetime({epochMillis: epoch, timezone: '+08:00'}))) AS plusEight`,
  { births },
);
console.table(read);
assert.deepEqual(read.map(({ born, shanghai }) => shanghai === born), [true, true, true, true, true]);
assert.deepEqual(read.map(({ born, plusEight }) => plusEight === born), [true, false, false, false, true]);
assert.equal(read[2].plusEight, '1988-06-30');
await close();
JS
