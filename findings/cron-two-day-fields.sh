#!/usr/bin/env bash
# One would expect: 0 9 1 * 1 means the same to every cron library for Node.
# What happens: croner and cron-parser run on the first of the month OR on Mondays, as cron does. node-cron runs only where both hold: with
#   the same line its next run is more than a year away. All three accept the line.
# Why it matters here: schedules of campaigns and reports are text in settings; a change of library would silently stop them.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
npm_install croner@11.0.1 cron-parser@5.10.6 node-cron@4.6.0
run_node <<'JS'
import assert from 'node:assert/strict';
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';
import { createTask } from 'node-cron';

const line = '0 9 1 * 1';
const day = (date) => date.toISOString().slice(0, 10);
const from = new Date('2026-01-02T00:00:00Z');
const croner = new Cron(line, { timezone: 'UTC', paused: true }).nextRuns(5, from).map(day);
const parser = CronExpressionParser.parse(line, { tz: 'UTC', currentDate: from });
const cronParser = Array.from({ length: 5 }, () => day(parser.next().toDate()));
console.log('croner     ', ...croner);
console.log('cron-parser', ...cronParser);
const expected = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-01'];
assert.deepEqual(croner, expected);
assert.deepEqual(cronParser, expected);

// node-cron answers from now on only
const task = createTask(line, () => {}, { timezone: 'UTC' });
await task.start();
const next = task.getNextRun();
await task.destroy();
console.log('node-cron  ', day(next), `weekday ${next.getUTCDay()}`);
const both = new Date();
do both.setUTCDate(both.getUTCDate() + 1);
while (both.getUTCDate() !== 1 || both.getUTCDay() !== 1);
assert.equal(day(next), day(both));
JS
