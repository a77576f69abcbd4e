#!/usr/bin/env bash
# One would expect: a DateTime parameter costs the JavaScript driver about what its text does; it is one number and an offset on the wire.
# What happens: packing 10,000 DateTimes takes several times the processor time of 10,000 ISO texts or epoch milliseconds, and one with a
#   zone name but no offset tens of times as much (the driver asks Intl for the offset of each). Parsing the text, or
#   making the DateTime from milliseconds, in Cypher costs the server less than what is saved.
# Why it matters here: an import sends several times with each row, and Node is one of the two cores it may use.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import neo4j from 'neo4j-driver';
import { close, rows } from './cypher.mjs';

const { DateTime } = neo4j.types;
const times = Array.from({ length: 10_000 }, (_, second) => new Date(1_760_000_000_000 + 1_000 * second));
const shanghai = (at) => {
  const there = new Date(at.getTime() + 8 * 3_600_000);
  return new DateTime(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate(), there.getUTCHours(),
    there.getUTCMinutes(), there.getUTCSeconds(), 0, undefined, 'Asia/Shanghai');
};
const forms = {
  'epoch milliseconds': { of: (at) => at.getTime(), to: 'datetime({epochMillis: toInteger(at)})' },
  'ISO text': { of: (at) => at.toISOString(), to: 'datetime(at)' },
  'DateTime with offset': { of: (at) => DateTime.fromStandardDate(at), to: 'at' },
  'DateTime with zone name': { of: shanghai, to: 'at' },
};

console.warn = () => {};
const spent = {};
for (let round = 0; round < 13; round++)
  for (const [form, { of, to }] of Object.entries(forms)) {
    const list = times.map(of);
    const before = process.cpuUsage();
    const [{ last }] = await rows(`UNWIND $list AS at RETURN max(${to}).epochMillis AS last`, { list });
    const { user, system } = process.cpuUsage(before);
    assert.equal(last, times.at(-1).getTime(), form);
    if (round >= 4) (spent[form] ??= []).push((user + system) / times.length);
  }
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const cost = Object.fromEntries(Object.entries(spent).map(([form, each]) => [form, median(each)]));
for (const [form, micros] of Object.entries(cost))
  console.log(`${form}: ${micros.toFixed(2)} µs in Node, ${(micros / cost['ISO text']).toFixed(1)} times the text`);
assert.ok(cost['DateTime with offset'] > 2.5 * cost['ISO text'], 'a DateTime is no longer dear');
assert.ok(cost['DateTime with offset'] > 2.5 * cost['epoch milliseconds'], 'a DateTime is no longer dear');
assert.ok(cost['DateTime with zone name'] > 2 * cost['DateTime with offset'], 'a zone name no longer costs more');
await close();
JS
