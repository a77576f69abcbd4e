#!/usr/bin/env bash
# One would expect: pinyin-pro's mode 'surname' reads the surname of a name as a surname, and the given name as usual.
# What happens: every character that has a reading as a surname gets it, wherever it stands: 张华 is "Zhang Huà", 李乐 "Li Yuè", 王宁 "Wang Nìng", 黄盖
#   "Huang Gě". The option surname: 'head' reads only the beginning so. Neither knows 单于 (chányú) as a surname of two characters.
# Why it matters here: 华, 宁, 乐 and 任 are among the usual characters of given names, so that letters made this way greet the wrong name, and a search by
#   pinyin finds 李乐 under "yue" only. Without tones (as for search) it shows in 乐, 解, 盖, 单, 朴, 仇, not in 华 or 宁.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
npm_install pinyin-pro@3.29.4
run_node <<'JS'
import assert from 'node:assert/strict';
import { pinyin } from 'pinyin-pro';

const names = ['张华', '李乐', '王宁', '黄盖', '陈单', '单雄', '曾文', '单于'];
const seen = names.map((name) => [name, pinyin(name, { mode: 'surname' }), pinyin(name, { surname: 'head' })]);
for (const [name, mode, head] of seen) console.log(`${name}: mode 'surname' ${mode}; surname 'head' ${head}`);
assert.deepEqual(seen, [
  ['张华', 'zhāng huà', 'zhāng huá'],
  ['李乐', 'lǐ yuè', 'lǐ lè'],
  ['王宁', 'wáng nìng', 'wáng níng'],
  ['黄盖', 'huáng gě', 'huáng gài'],
  ['陈单', 'chén shàn', 'chén dān'],
  ['单雄', 'shàn xióng', 'shàn xióng'],
  ['曾文', 'zēng wén', 'zēng wén'],
  ['单于', 'shàn yú', 'shàn yú'],
]);
JS
