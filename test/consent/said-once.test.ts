import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLibrary } from '../../src/graph/library/library.js';
import { packageRoot } from '../../src/kernel/root.js';

const STANDINGS = 'consent/steps/contact/standings';
const statements = [...loadLibrary().values()].filter(
  ({ mode, text }) => mode !== 'schema' && text.includes('CONSENTS_TO'),
);
const doc = readFileSync(join(packageRoot, 'docs/privacy/consent.md'), 'utf8');
/** The condition, as the one statement has it, on a consent of any name. */
const HOLDS = /\(?(\w+)\.until IS NULL OR \1\.until > (\$now|datetime\(\))\)?/;

test('the contact rule reads one statement, and the docs say of every other that looks at consents why it does', () => {
  expect(statements.map(({ name }) => name)).toContain(STANDINGS);
  const others = statements.filter(({ name }) => name !== STANDINGS);
  expect(others.filter(({ name }) => !doc.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
});

test('where the end of a consent is looked at, it is by the condition of the one statement', () => {
  expect(statements.find(({ name }) => name === STANDINGS)!.text).toMatch(HOLDS);
  const ending = [
    ...['consent/steps/ledger/consent-expired', 'consent/steps/ledger/consent-hold'],
    'value/steps/changes/consents-between',
  ];
  const looking = statements.filter(({ name, text }) => /(consent|given)\.until/.test(text) && !ending.includes(name));
  expect(looking.length).toBeGreaterThan(5);
  expect(looking.filter(({ text }) => !HOLDS.test(text)).map(({ name }) => name)).toEqual([]);
});

test('no statement but the one decides on a ban and a consent together, beside the count that its header names', () => {
  const both = statements.filter(({ text }) => text.includes('DoNotContact')).map(({ name }) => name);
  expect(both).toEqual(['analysis/community-profile', STANDINGS]);
});
