import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustBeNew, readHierarchies, writePrivately } from '../../src/cli/publish-file.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-publish-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a publication is for its owner only, and never written over another file', () => {
  const path = join(folder, 'table.csv');
  mustBeNew(path);
  writePrivately(path, 'a\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(() => mustBeNew(path)).toThrow('already exists');
  expect(() => writePrivately(path, 'b\n')).toThrow('already exists');
  expect(readFileSync(path, 'utf8')).toBe('a\n');
  expect(() => mustBeNew(join(folder, 'nowhere', 'table.csv'))).toThrow('is in no folder that is there');
});

test('hierarchies are read from YAML or JSON; what is neither is named', () => {
  const path = join(folder, 'steps.yaml');
  writeFileSync(path, 'city: [region]\nageBand: [{ 18-24: young }]\n');
  expect(readHierarchies(path)).toEqual({ city: ['region'], ageBand: [{ '18-24': 'young' }] });
  writeFileSync(path, '{"gender": []}');
  expect(readHierarchies(path)).toEqual({ gender: [] });
  writeFileSync(path, 'city: [region');
  expect(() => readHierarchies(path)).toThrow('steps.yaml');
  expect(() => readHierarchies(join(folder, 'none.yaml'))).toThrow('ENOENT');
});
