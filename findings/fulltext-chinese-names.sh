#!/usr/bin/env bash
# One would expect: a full-text index with the cjk analyzer is the one for Chinese names, and any of Neo4j's analyzers finds 王小明 by 王.
# What happens: cjk keeps pairs of neighbouring characters only, so a surname alone finds nobody (王* does). The default analyzer keeps single
#   characters and asks for any of them: 小明 also finds 李明 and 明小红, though only 王小明 and 欧阳小明 hold 小明; quotes end that.
#   The whitespace analyzer takes each name as one word.
# Why it matters here: no analyzer serves both the surname and the given name as typed; the product indexes tokens of its own instead.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
. "$(dirname "$0")/lib/neo4j.sh"
npm_install neo4j-driver@6.3.0
start_neo4j

run_node <<'JS'
import assert from 'node:assert/strict';
import { close, rows } from './cypher.mjs';

await rows("UNWIND ['王小明', '王伟', '李明', '明小红', '欧阳小明'] AS name CREATE (:Person {name: name})");
const found = {};
for (const analyzer of ['cjk', 'standard-no-stop-words', 'whitespace']) {
  await rows(`CREATE FULLTEXT INDEX names FOR (person:Person) ON EACH [person.name] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`);
  await rows('CALL db.awaitIndexes()');
  found[analyzer] = {};
  for (const asked of ['王', '王*', '小明', '"小明"']) {
    const names = await rows("CALL db.index.fulltext.queryNodes('names', $asked) YIELD node RETURN node.name AS name ORDER BY name", { asked });
    found[analyzer][asked] = names.map(({ name }) => name).join(' ');
  }
  await rows('DROP INDEX names');
}
console.table(found);
const wang = '王伟 王小明';
const given = '欧阳小明 王小明';
assert.deepEqual(found, {
  cjk: { 王: '', '王*': wang, 小明: given, '"小明"': given },
  'standard-no-stop-words': { 王: wang, '王*': wang, 小明: '明小红 李明 欧阳小明 王小明', '"小明"': given },
  whitespace: { 王: '', '王*': wang, 小明: '', '"小明"': '' },
});
await close();
JS
