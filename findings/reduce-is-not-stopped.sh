#!/usr/bin/env bash
# One would expect: a transaction whose time is over, or that TERMINATE TRANSACTIONS was called for, ends.
# What happens: a `reduce` over a long range never looks whether it is to end. Its transaction is listed as terminated and goes on until
#   the last element, with its thread and its connection; TERMINATE TRANSACTIONS says "Transaction terminated." and changes nothing.
#   The client gets no answer meanwhile, also not that the time is over.
# Why it matters here: a limit on statements is kept by the database only where the plan looks; the client needs a limit of its own,
#   and somebody has to look for what still runs.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { close, driver, rows } from './cypher.mjs';

const state = async (mark) => {
  const [row] = await rows('SHOW TRANSACTIONS YIELD metaData, status WHERE metaData.mark = $mark RETURN status', { mark });
  return row?.status ?? 'gone';
};
const begun = (mark, text, last) => {
  const session = driver.session();
  const began = Date.now();
  const ended = session.run(text, { last }, { timeout: 2000, metadata: { mark } }).then(
    () => 'answered',
    ({ code }) => code,
  );
  return ended.then((how) => ({ mark, how, seconds: (Date.now() - began) / 1000 })).finally(() => session.close());
};
const [REDUCE, UNWIND] = [
  'RETURN reduce(sum = 0, n IN range(1, $last) | sum + n) AS sum',
  'UNWIND range(1, $last) AS n RETURN sum(n) AS sum',
];
for (const text of [REDUCE, UNWIND]) await rows(text, { last: neo4j.int(10) }); // planned ahead: planning is stopped in time
const usual = await begun('unwind', UNWIND, neo4j.int(4e9));
assert.match(usual.how, /TransactionTimedOut/);
const long = begun('reduce', REDUCE, neo4j.int(4e8));
await sleep(4000);
assert.match(await state('reduce'), /^Terminated/);
await rows(
  "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.mark = 'reduce' TERMINATE TRANSACTIONS id YIELD message RETURN message",
);
await sleep(500);
assert.match(await state('reduce'), /^Terminated/);
console.table([usual, await long]);
await close();
JS
