#!/usr/bin/env bash
# One would expect: two DateTimes of one instant are equal, whatever their offsets; and a client that writes the same JavaScript Date twice
#   by MERGE makes one node.
# What happens: Cypher orders DateTimes of one instant by their offset: 08:00+08:00 = 00:00Z is false, > is true, DISTINCT keeps both, a
#   uniqueness constraint allows both. The driver's fromStandardDate takes the offset of the machine, so two workers in different time
#   zones (a laptop and a container) write one Date as two values, and MERGE makes two nodes.
# Why it matters here: an import repeated from elsewhere doubles every row that is known by its time. Write UTC, or epoch milliseconds.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

cat > "$HERE/write.mjs" <<'JS'
import neo4j from 'neo4j-driver';
import { close, rows } from './cypher.mjs';
const at = neo4j.types.DateTime.fromStandardDate(new Date('2026-01-01T00:00:00Z'));
await rows('MERGE (visit:Visit {at: $at})', { at });
console.log(`TZ=${process.env.TZ} writes ${at}`);
await close();
JS
run_node <<'JS'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { close, rows } from './cypher.mjs';

const [seen] = await rows(
  `WITH datetime('2026-01-01T08:00+08:00') AS shanghai, datetime('2026-01-01T00:00Z') AS utc
   RETURN shanghai.epochMillis = utc.epochMillis AS sameInstant, shanghai = utc AS equal, shanghai > utc AS greater, shanghai <= utc AS atMost`,
);
console.log(seen);
assert.deepEqual(seen, { sameInstant: true, equal: false, greater: true, atMost: false });

await rows('CREATE CONSTRAINT visit FOR (visit:Visit) REQUIRE visit.at IS UNIQUE');
for (const TZ of ['UTC', 'Asia/Shanghai'])
  process.stdout.write(execFileSync(process.execPath, [new URL('write.mjs', import.meta.url).pathname], { env: { ...process.env, TZ } }));
const [found] = await rows('MATCH (visit:Visit) RETURN count(*) AS nodes, count(DISTINCT visit.at.epochMillis) AS instants');
console.log(found);
assert.deepEqual(found, { nodes: 2, instants: 1 });
await close();
JS
