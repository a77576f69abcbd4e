import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType, isObjectType } from 'graphql';
import { PURPOSES } from '../../src/consent/index.js';
import { staleFiles } from '../../src/graph/library/generate.js';
import { loadLibrary } from '../../src/graph/library/library.js';
import { packageRoot } from '../../src/kernel/root.js';
import { COUNTED_COLUMNS, SENSITIVE_COLUMNS } from '../../src/publish/table/columns.js';
import { filled } from '../../src/scores/blocks.js';
import {
  EDGES,
  explanationsOf,
  propertiesOfRun,
  purposeOf,
  RUN_IDS,
  RUNS,
  SCORES,
  scoreFiles,
  shownIn,
  writtenBy,
} from '../../src/scores/index.js';
import { classOf, currentPolicy, readersOf } from '../../src/security/policy/index.js';

const library = loadLibrary();
const all = [
  ...SCORES.map((score) => ({ name: score.property, ...score })),
  ...EDGES.map((e) => ({ name: e.edge, ...e })),
];
const schema = buildSchema(readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'));

test('statements and docs are as the registry has them', () => {
  expect(staleFiles(scoreFiles())).toEqual([]);
});

test('no name stands for two scores, and every number has a unit and a range', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  const numbers = SCORES.filter(
    ({ kind, property }) => kind === 'number' || (kind === 'integer' && property !== 'component'),
  );
  expect(numbers.filter(({ unit, range }) => !unit || !range).map(({ property }) => property)).toEqual([]);
});

test.each(RUN_IDS)('the run %s is a file that there is, needs a known purpose, and marks whom it scored', (id) => {
  const { service, purpose, mark } = RUNS[id];
  expect(existsSync(join(packageRoot, service))).toBe(true);
  expect(PURPOSES).toContain(purpose);
  if (mark !== null) expect(propertiesOfRun(id)).toContain(mark);
});

test.each(all.map((one) => [one.name, one] as const))(
  '%s is written by the statements it names, and told in two languages',
  (name, one) => {
    for (const by of one.by) {
      const statement = library.get(by);
      expect([by, statement?.mode]).toEqual([by, 'write']);
      // GDS writes what it is told to, by name; `save` gets the names from the registry
      if (by !== 'analysis/steps/scores/save') expect(statement!.text).toContain(name);
    }
    expect(one.meaning.length).toBeGreaterThan(5);
    expect(one.meaningZh).toMatch(/[\u4e00-\u9fff]/);
    expect(PURPOSES).toContain(purposeOf(one));
  },
);

test('for every purpose that a score needs, a statement of consent removes its scores', () => {
  for (const purpose of new Set(all.map(purposeOf))) {
    const removing = [...library.values()].filter(
      ({ name, text }) => name.startsWith('consent/') && text.includes(`// each property purpose=${purpose}: REMOVE `),
    );
    expect([purpose, removing.length]).toEqual([purpose, 1]);
  }
});

test('a statement that sets a property of a customer writes a registered score, or is no score run', () => {
  const inputs = [
    'alias',
    'city',
    'orders',
    'timeZone',
    'sealed',
    'keyWrapped',
    'keyId',
    'nameTokens',
    'guardianUntil',
  ];
  const known = new Set([...SCORES.map(({ property }) => property as string), ...inputs]);
  const scoring = [...library.values()].filter(
    ({ name, mode }) => mode === 'write' && /^(analysis|value|fraud)\//.test(name),
  );
  const unknown = scoring.flatMap(({ name, text }) =>
    [...text.matchAll(/\b(?:SET|,)\s+(?:customer|account|leader)\.(\w+) = /g)]
      .filter(([, property]) => !known.has(property!))
      .map(([, property]) => `${name} writes ${property}: declare it in src/scores`),
  );
  expect(unknown).toEqual([]);
});

test('the API shows the scores that the registry shows, and tells those that it explains', () => {
  const fieldsOf = (type: string) => {
    const found = schema.getType(type);
    return isObjectType(found) ? Object.keys(found.getFields()) : [];
  };
  const valuesOf = (type: string) => {
    const found = schema.getType(type);
    return isEnumType(found) ? found.getValues().map(({ name }) => name) : [];
  };
  const names = SCORES.map(({ property }) => property as string);
  expect(fieldsOf('Customer').filter((name) => names.includes(name))).toEqual([...shownIn('customer')].sort());
  expect(fieldsOf('CustomerScores').sort()).toEqual([...shownIn('scores'), 'ageDays', 'runId', 'scoredAt'].sort());
  expect(valuesOf('ScoreName').sort()).toEqual([...explanationsOf('analysis')].sort());
  expect(valuesOf('PublishSensitive').sort()).toEqual([...SENSITIVE_COLUMNS].sort());
  expect(valuesOf('PublishCountedColumn').sort()).toEqual([...COUNTED_COLUMNS].sort());
});

test('a score is of the class that the registry says unless the policy names it, and read by the roles it names', () => {
  for (const { property, fieldClass } of SCORES) expect([property, classOf(property)]).toEqual([property, fieldClass]);
  const { classes } = currentPolicy().policy;
  expect(SCORES.filter(({ property }) => Object.values(classes).flat().includes(property))).toEqual([]);
  expect(readersOf('Customer.fraudScore')).toEqual(['analyst', 'admin']);
  expect(readersOf('Customer.influence')).toBeNull();
  expect(readersOf('Customer.events')).toEqual(['admin', 'analyst', 'privacy-officer']);
});

test('a list in a statement follows the registry, and one that is wrong is refused', () => {
  const text = (mark: string) => `MATCH (c)\n  // ${mark}\n  old\n  // each end\nRETURN c`;
  expect(filled('a', text("each run purpose=profiling: WHERE <<c.{mark} = '{run}'>> by ' OR '"))).toBe(
    text("each run purpose=profiling: WHERE <<c.{mark} = '{run}'>> by ' OR '").replace(
      '  old',
      "  WHERE c.influence = 'analysis' OR c.rfmSegment = 'rfm' OR c.clvMinor = 'clv' OR c.lifecycle = 'lifecycle' OR\n    c.churnProbability = 'churn' OR c.loyaltyTier = 'tiers' OR c.fraudScore = 'fraud'",
    ),
  );
  expect(() => filled('a', text('each run purpose=none: <<{run}>>'))).toThrow(/no run of the registry fits/);
  expect(() => filled('a', text('each run: <<{property}>>'))).toThrow(/has no \{property\}/);
  expect(() => filled('a', '// each run: <<{run}>>\nRETURN 1')).toThrow(/not closed/);
  for (const { text: source } of scoreFiles())
    for (const line of source.split('\n'))
      if (!line.startsWith('//') && !line.startsWith('|')) expect(line.length).toBeLessThan(200);
});

test('the index names the scores that a statement writes', () => {
  expect(writtenBy('analysis/steps/influence/activity')).toEqual(['activity']);
  expect(readFileSync(join(packageRoot, 'cypher/README.md'), 'utf8')).toContain('writes scores `activity`');
});
