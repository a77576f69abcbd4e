#!/usr/bin/env bash
# One would expect: with skip_records_with_error csv-parse leaves out the rows that are wrong, reports each, and goes on with the next line.
# What happens: one character after a closing quote (a space is enough) skips that row and leaves the parser inside the quote. If no other quote
#   follows, the rest of the file is one unclosed cell: 998 of 1,000 rows are gone, on_skip is called twice, and nothing is thrown.
#   A quote inside an unquoted cell, by contrast, costs its own row only.
# Why it matters here: a large import would end "successfully" after the first such row. The product splits files by itself, line by line.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
npm_install csv-parse@7.0.3
run_node <<'JS'
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';

function read(second) {
  const lines = Array.from({ length: 1_000 }, (_, at) => (at === 1 ? second : `${at + 1},shop ${at + 1}`));
  const skipped = [];
  const rows = parse(`id,name\n${lines.join('\n')}\n`, {
    columns: true,
    skip_records_with_error: true,
    on_skip: (error) => skipped.push(error.code),
  });
  console.log(`second row ${second}  -> ${rows.length} of 1000 rows, skipped: ${skipped.join(', ')}`);
  return [rows.length, skipped.length];
}

assert.deepEqual(read('2,"shop" '), [1, 2]);
assert.deepEqual(read('2,"shop"2'), [1, 2]);
assert.deepEqual(read('2,shop"2'), [999, 1]);
JS
