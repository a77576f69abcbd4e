import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLibrary } from '../../src/graph/library/library.js';
import { favourites } from '../../src/packs/browser/favourites.js';
import { zipOf } from '../../src/packs/browser/zip.js';
import { browserGuide } from '../../src/packs/index.js';
import { findOnPath } from '../setup/path.js';

const library = loadLibrary();
const ids = { community: 'k-7', customer: "C'1" };

test('favourites hold every question, without parameters, called by their first line', () => {
  const all = favourites(library, ids);
  const questions = [...library.values()].filter(
    (s) => s.api !== null && s.params.every(({ name }) => name !== 'scope'),
  );
  expect(all.length).toBeGreaterThanOrEqual(questions.length);
  for (const { path, text } of all) {
    expect([path, text.split('\n')[0]]).toEqual([path, expect.stringMatching(/^\/\/ .{8,}/)]);
    expect([path, /\$\w+/.exec(text.replace(/'[^']*'/g, ''))]).toEqual([path, null]);
  }
  const named = all.find(({ path }) => path.endsWith('network-ties-of.cypher'))!;
  expect(named.text).toContain("'C\\'1'");
});

test('the guide runs statements, and shows them as text', () => {
  const guide = browserGuide(library, ids);
  expect(guide.match(/<pre mode="cypher" class="[^"]*runnable/g)!.length).toBeGreaterThan(8);
  expect(guide).toContain('-&gt;');
  expect(guide).not.toMatch(/<script|https?:/);
});

test('an archive is one that another program opens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-zip-'));
  const entries = [
    { path: 'a/one.cypher', text: '// 谁认识谁\nRETURN 1;' },
    { path: 'two.cypher', text: '' },
  ];
  expect(zipOf(entries)).toEqual(zipOf(entries));
  writeFileSync(join(folder, 'all.zip'), zipOf(entries));
  const script =
    'import json, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
    'print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))';
  const read = execFileSync(findOnPath('python3'), ['-c', script, join(folder, 'all.zip')], { encoding: 'utf8' });
  expect(JSON.parse(read)).toEqual(Object.fromEntries(entries.map(({ path, text }) => [path, text])));
  rmSync(folder, { recursive: true });
});
