#!/usr/bin/env bash
# One would expect: cast_date of csv-parse turns dates into dates and leaves other text alone.
# What happens: it takes whatever Date.parse of V8 takes, and that reads any text that ends in a number from 1 to 12 as a month of 2001: Room 12,
#   VIP-7 and 朝阳路 5 become dates. Which rows of a column do depends on their number, so a column of shops is a mixture of both.
# Why it matters here: exports of CRMs hold such columns (addresses, card classes); a preview of a file that types columns would corrupt them.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
npm_install csv-parse@7.0.3
TZ=UTC run_node <<'JS'
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';

const column = ['2026-01-02', 'Room 12', 'Room 40', 'Building 3', 'VIP-7', 'VIP-77', '朝阳路 5', '朝阳路 50号'];
const seen = parse(`place\n${column.join('\n')}\n`, { columns: true, cast: true, cast_date: true }).map(({ place }, at) => [
  column[at],
  place instanceof Date ? `date ${place.toISOString().slice(0, 10)}` : `text ${place}`,
]);
for (const [text, value] of seen) console.log(`${text}: ${value}`);
assert.deepEqual(Object.fromEntries(seen), {
  '2026-01-02': 'date 2026-01-02',
  'Room 12': 'date 2001-12-01',
  'Room 40': 'date 2040-01-01',
  'Building 3': 'date 2001-03-01',
  'VIP-7': 'date 2001-07-01',
  'VIP-77': 'date 1977-01-01',
  '朝阳路 5': 'date 2001-05-01',
  '朝阳路 50号': 'text 朝阳路 50号',
});
JS
