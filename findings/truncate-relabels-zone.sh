#!/usr/bin/env bash
# One would expect: datetime.truncate('day', at, {timezone: 'Asia/Shanghai'}) is the beginning of at's day in Shanghai, and
#   datetime({date: date(at), timezone: 'Asia/Shanghai'}) is about the same day.
# What happens: the day is cut in at's own zone and then relabelled: 20:00Z on 1 January, which is 04:00 on 2 January in Shanghai, becomes 1 January.
#   Everything before 08:00 in Shanghai is counted to the day before. datetime({datetime: at, timezone: …}), which looks alike,
#   does convert; truncated after that the day is right.
# Why it matters here: orders and posts stand in UTC; sums by day, week or month of a Chinese shop would be shifted by eight hours.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, rows } from './cypher.mjs';

const [seen] = await rows(
  `WITH datetime('2026-01-01T20:00Z') AS at, 'Asia/Shanghai' AS timezone
   RETURN toString(datetime.truncate('day', at, {timezone: timezone})) AS truncated,
     toString(datetime.truncate('month', datetime('2026-01-31T20:00Z'), {timezone: timezone})) AS month,
     toString(datetime({date: date(at), timezone: timezone})) AS fromDate,
     toString(datetime({datetime: at, timezone: timezone})) AS converted,
     toString(datetime.truncate('day', datetime({datetime: at, timezone: timezone}))) AS right`,
);
console.log(seen);
assert.deepEqual(seen, {
  truncated: '2026-01-01T00:00:00+08:00[Asia/Shanghai]',
  month: '2026-01-01T00:00:00+08:00[Asia/Shanghai]',
  fromDate: '2026-01-01T00:00:00+08:00[Asia/Shanghai]',
  converted: '2026-01-02T04:00:00+08:00[Asia/Shanghai]',
  right: '2026-01-02T00:00:00+08:00[Asia/Shanghai]',
});

const days = await rows(
  `UNWIND range(0, 23) AS hour WITH datetime('2026-01-02T00:00[Asia/Shanghai]') + duration({hours: hour}) AS there
   WITH datetime({datetime: there, timezone: 'Z'}) AS stored
   RETURN toString(date(datetime.truncate('day', stored, {timezone: 'Asia/Shanghai'}))) AS day, count(*) AS orders ORDER BY day`,
);
console.log('an order each hour of 2 January in Shanghai:', days);
assert.deepEqual(days, [{ day: '2026-01-01', orders: 8 }, { day: '2026-01-02', orders: 16 }]);
await close();
JS
