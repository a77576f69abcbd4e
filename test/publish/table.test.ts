import fc from 'fast-check';
import { bestNode } from '../../src/publish/network/best-node.js';
import { releaseOf } from '../../src/publish/statistic/release.js';
import { codedTable, type Group } from '../../src/publish/table/coded-table.js';
import { hierarchiesInput, type Ladder, ladderOf } from '../../src/publish/table/hierarchy.js';

interface Case {
  readonly groups: readonly Group[];
  readonly ladders: readonly Ladder[];
  readonly k: number;
  readonly l: number;
  readonly limit: number;
}

function solved({ groups, ladders, k, l, limit }: Case) {
  const table = codedTable(groups, ladders);
  const search = bestNode(table, { k, l }, Math.floor(limit * table.total));
  for (let step = search.next(); ; step = search.next()) if (step.done) return { table, ...step.value };
}

/** Every node, row by row, with nothing shared with the code under test but the loss's definition. */
function bruteForce({ groups, ladders, k, l, limit }: Case): number | null {
  const rows = groups.flatMap((group) => Array.from({ length: group.people }, () => group));
  const domain = (at: number) => [...new Set(rows.map(({ values }) => values[at]!))];
  const domains = ladders.map((_, at) => domain(at));
  const cell = (at: number, level: number, value: string) => {
    const of = ladders[at]!.levels[level]!.of;
    const joined = domains[at]!.filter((other) => of(other) === of(value)).length;
    return (joined - 1) / Math.max(1, domains[at]!.length - 1);
  };
  let best: number | null = null;
  const visit = (node: number[]): void => {
    if (node.length < ladders.length) {
      ladders[node.length]!.levels.forEach((_, level) => void visit([...node, level]));
      return;
    }
    const nameOf = ({ values }: Group) => values.map((v, at) => ladders[at]!.levels[node[at]!]!.of(v)).join('|');
    const classes = new Map<string, Group[]>();
    for (const row of rows) classes.set(nameOf(row), [...(classes.get(nameOf(row)) ?? []), row]);
    const fits = (alike: Group[]) => alike.length >= k && new Set(alike.map((row) => row.sensitive)).size >= l;
    const kept = [...classes.values()].filter(fits).flat();
    if (rows.length - kept.length > Math.floor(limit * rows.length)) return;
    const lossOf = (row: Group) => row.values.reduce((sum, v, at) => sum + cell(at, node[at]!, v), 0) / ladders.length;
    const loss = (kept.reduce((sum, row) => sum + lossOf(row), 0) + rows.length - kept.length) / rows.length;
    if (best === null || loss < best) best = loss;
  };
  visit([]);
  return best;
}

const letters: Ladder = {
  column: 'letter',
  levels: [
    { name: 'as it is', of: (v) => v },
    { name: 'half', of: (v) => (v < 'c' ? 'ab' : 'cde') },
    { name: '*', of: () => '*' },
  ],
};
const digits: Ladder = {
  column: 'digit',
  levels: [
    { name: 'as it is', of: (v) => v },
    { name: 'pair', of: (v) => String(Math.floor(Number(v) / 2)) },
    { name: 'four', of: (v) => String(Math.floor(Number(v) / 4)) },
    { name: '*', of: () => '*' },
  ],
};
const signs: Ladder = {
  column: 'sign',
  levels: [
    { name: 'as it is', of: (v) => v },
    { name: '*', of: () => '*' },
  ],
};

const cases = fc.record({
  groups: fc.uniqueArray(
    fc.record({
      values: fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.constantFrom('0', '1', '2', '3', '5', '7'),
        fc.constantFrom('+', '-'),
      ),
      sensitive: fc.constantFrom('x', 'y', 'z'),
      people: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 14, selector: ({ values, sensitive }) => [...values, sensitive].join() },
  ),
  k: fc.integer({ min: 2, max: 6 }),
  l: fc.integer({ min: 1, max: 3 }),
  limit: fc.constantFrom(0, 0.05, 0.2, 0.5),
});

test('the search finds what looking at every node row by row finds, and every line stands among k', () => {
  fc.assert(
    fc.property(cases, (drawn) => {
      const given = { ...drawn, ladders: [letters, digits, signs] };
      const { table, best, looked, nodes } = solved(given);
      const expected = bruteForce(given);
      expect(looked).toBeLessThanOrEqual(nodes);
      if (expected === null) return expect(best).toBeNull();
      expect(best!.loss).toBeCloseTo(expected, 9);
      const terms = { k: given.k, l: given.l, sensitive: 'secret', suppressionLimit: given.limit };
      const { rows, report } = releaseOf(table, best!, terms);
      const classes = new Map<string, { people: number; secrets: Set<unknown> }>();
      for (const { secret, people, ...values } of rows) {
        const one = classes.get(JSON.stringify(values)) ?? { people: 0, secrets: new Set() };
        classes.set(JSON.stringify(values), one);
        one.people += people as number;
        one.secrets.add(secret);
      }
      for (const { people, secrets } of classes.values()) {
        expect(people).toBeGreaterThanOrEqual(given.k);
        expect(secrets.size).toBeGreaterThanOrEqual(given.l);
      }
      const sizes = [...classes.values()].map(({ people }) => people);
      expect(report).toMatchObject({
        classes: classes.size,
        published: sizes.reduce((sum, size) => sum + size, 0),
        smallestClass: sizes.length === 0 ? 0 : Math.min(...sizes),
      });
      expect(report.published + report.suppressed).toBe(table.total);
      expect(report.suppressed).toBeLessThanOrEqual(Math.floor(given.limit * table.total));
    }),
    { numRuns: 150 },
  );
});

const row = (values: string[], sensitive: string, people: number): Group => ({ values, sensitive, people });

test('worked example: two towns of a region join, the far one is suppressed or everything says nothing', () => {
  const regionOf = new Map([
    ['杭州', '华东'],
    ['苏州', '华东'],
    ['西安', '西北'],
  ]);
  const ladders = [ladderOf('city', {}, regionOf), ladderOf('gender', {}, regionOf)];
  const groups = [
    row(['杭州', 'female'], 'GOLD', 3),
    row(['苏州', 'female'], 'JADE', 2),
    row(['西安', 'female'], 'GOLD', 1),
  ];
  const one = solved({ groups, ladders, k: 5, l: 1, limit: 0.2 });
  // a town that joins one other of three loses (2 − 1) / (3 − 1) = 1/2, gender loses nothing: (5 × 1/4 + 1) / 6
  expect(one.best!.loss).toBeCloseTo((5 / 4 + 1) / 6, 12);
  const { rows, report } = releaseOf(one.table, one.best!, { k: 5, l: 1, sensitive: 'tier', suppressionLimit: 0.2 });
  expect(rows).toEqual([
    { city: '华东', gender: 'female', tier: 'GOLD', people: 3 },
    { city: '华东', gender: 'female', tier: 'JADE', people: 2 },
  ]);
  expect(report).toMatchObject({ people: 6, published: 5, suppressed: 1, classes: 1, prosecutorRisk: 0.2 });
  expect(report).toMatchObject({ averageRisk: 0.2, homogeneousClasses: 0 });
  expect(report.levels).toEqual([
    { column: 'city', level: 1, name: 'region' },
    { column: 'gender', level: 0, name: 'as it is' },
  ]);
  const strict = solved({ groups, ladders, k: 5, l: 1, limit: 0 });
  const all = releaseOf(strict.table, strict.best!, { k: 5, l: 1, sensitive: null, suppressionLimit: 0 });
  expect(all.rows).toEqual([{ city: '*', gender: 'female', people: 6 }]);
  expect(all.report).toMatchObject({ homogeneousClasses: null, suppressed: 0 });
});

test('a class that tells one secret is named, and l 2 widens it', () => {
  const ladders = [ladderOf('gender', {}, new Map())];
  const groups = [row(['female'], 'GOLD', 5), row(['male'], 'GOLD', 4), row(['male'], 'JADE', 3)];
  const plain = solved({ groups, ladders, k: 5, l: 1, limit: 0 });
  const { report } = releaseOf(plain.table, plain.best!, { k: 5, l: 1, sensitive: 'tier', suppressionLimit: 0 });
  expect(report.homogeneousClasses).toBe(1);
  expect(report.verdict).toContain('in 1 classes all have the same tier');
  const diverse = solved({ groups, ladders, k: 5, l: 2, limit: 0 });
  expect(diverse.best!.node).toEqual([1]);
  expect(solved({ groups, ladders, k: 5, l: 3, limit: 0 }).best).toBeNull();
});

test('levels: a day is cut to month, quarter and year; what a file does not name stays; a level must not split', () => {
  const joined = ladderOf('joinedAt', {}, new Map());
  expect(joined.levels.map(({ of }) => of('2026-05-17'))).toEqual(['2026-05-17', '2026-05', '2026-Q2', '2026', '*']);
  expect(joined.levels.map(({ of }) => of('(unknown)')).slice(0, 4)).toEqual(Array(4).fill('(unknown)'));
  const tiers = hierarchiesInput.parse({ tier: [{ GOLD: 'high' }] });
  expect(ladderOf('tier', tiers, new Map()).levels.map(({ of }) => of('JADE'))).toEqual(['JADE', 'JADE', '*']);
  const broken: Ladder = { column: 'tier', levels: [signs.levels[1]!, signs.levels[0]!] };
  expect(() => codedTable([row(['a'], '', 1), row(['b'], '', 1)], [broken])).toThrow('hierarchy of tier');
});
