import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Graph } from '../../src/graph/graph.js';
import { readMapping } from '../../src/intake/files/mapping.js';
import { clear, emptyGraph, file, importing, run } from './world.js';

const steps = (yaml: string) => readMapping(file('m.yaml', yaml), '.');

test('an unknown label is refused with the list, a wrong field with its line', () => {
  expect(() => steps('files:\n  - file: a.csv\n    to: Dragon\n    set: {id: id}\n')).toThrow(
    /m\.yaml:3: files\.0\.to is no label or relationship.*Customer.*LIKED/,
  );
  expect(() => steps('files:\n  - file: a.csv\n    to: Customer\n    set:\n      id: id\n      nmae: name\n')).toThrow(
    /m\.yaml:6: files\.0\.set\.nmae is no field of Customer/,
  );
  expect(() => steps('files:\n  - file: a.csv\n    to: Order\n    set:\n      id: id\n')).toThrow(
    /Order needs customerId.*Order needs at/,
  );
  expect(() =>
    steps('files:\n  - file: a.csv\n    to: Customer\n    set:\n      id: {column: id, time: stardate}\n'),
  ).toThrow(/m\.yaml:5: files\.0\.set\.id\.time/);
  expect(() => steps('files: [\n')).toThrow(/m\.yaml:\d+:/);
  expect(() => steps('files:\n  - file: a.csv\n    to: Customer\n    header: false\n    set: {id: id}\n')).toThrow(
    /needs its names in `columns`/,
  );
});

test('a mapping reads files below its folder only, whatever it calls them and wherever links lead', () => {
  const outside = file('secret.csv', 'id\n1\n');
  const folder = dirname(file('a.csv', 'id\n1\n'));
  symlinkSync(outside, join(folder, 'link.csv'));
  symlinkSync(dirname(outside), join(folder, 'linked'));
  mkdirSync(join(folder, 'in'));
  symlinkSync(join(folder, 'a.csv'), join(folder, 'in', 'own.csv'));
  const read = (name: string) =>
    readMapping(file('m.yaml', `files:\n  - file: ${name}\n    to: Customer\n    set: {id: id}\n`), folder);
  const looked = (name: string) => {
    const lookups = `lookups: [{file: ${name}, by: id, key: id, take: {town: id}}]`;
    const yaml = `files:\n  - file: a.csv\n    to: Customer\n    ${lookups}\n    set: {id: id}\n`;
    return readMapping(file('m.yaml', yaml), folder);
  };
  const refused = expect.objectContaining({ kind: 'INPUT', message: expect.stringContaining('not below the folder') });
  for (const reading of [read, looked]) {
    for (const name of [
      '../x.csv',
      outside,
      'in/../../x.csv',
      'link.csv',
      'linked/secret.csv',
      'linked/none.csv',
      '..',
    ])
      expect(() => reading(name)).toThrow(refused);
    for (const name of ['a.csv', './a.csv', 'in/own.csv', 'in/../a.csv', 'none.csv'])
      expect(() => reading(name)).not.toThrow();
  }
});

test('a mapping that unfolds without end, or is nested without end, is refused plainly', () => {
  const layers = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`);
  expect(() => steps(`l0: &l0 [x]\n${layers.join('\n')}\n`)).toThrow(/m\.yaml:1: has .*aliases/);
  expect(() => steps(`files: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`)).toThrow(/m\.yaml:1: is nested deeper/);
  expect(() => steps('files: &f\n  - *f\n')).toThrow(/m\.yaml:1: is nested deeper/);
});

describe('on the database', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await clear(graph);
  });
  afterAll(() => graph.close());

  test('other separators, names by position, lookups, words, templates, times and a where', async () => {
    const people = file(
      'people.txt',
      '7;Li;Made-Up;1;1262304000000;staff\n8;Wu;Made-Up;2;1262304000000;guest\n9;No;Body;;x;guest\n',
    );
    writeFileSync(join(dirname(people), 'towns.csv'), 'person;town\n8;Suzhou\n');
    const mapping = file(
      'm.yaml',
      `
separator: ;
files:
  - file: people.txt
    to: Customer
    header: false
    columns: [no, first, last, sex, since, role]
    where: {role: guest}
    lookups: [{file: towns.csv, by: no, key: person, take: {town: town}}]
    set:
      id: {template: 'p{no}-{_line}'}
      name: {template: '{first} {last}'}
      gender: {column: sex, words: {1: male, 2: female}}
      city: town
      joinedAt: {column: since, time: epoch-ms}
      source: {value: guests}
`,
    );
    const { files } = await importing(graph, { mapping, dir: dirname(people) });
    expect(files[0]).toMatchObject({ rows: 3, created: 1, leftOut: 1, rejected: 1 });
    expect(
      await run(
        graph,
        'MATCH (c:Customer) RETURN c.id AS id, c.gender AS gender, c.city AS city, toString(c.joinedAt) AS joined, c.source AS source',
      ),
    ).toEqual([{ id: 'p8-2', gender: 'female', city: 'Suzhou', joined: '2010-01-01T00:00:00Z', source: 'guests' }]);
    const corrected = await importing(graph, { rejects: files[0]!.rejects!, dir: dirname(people) });
    expect(corrected.files[0]).toMatchObject({ rows: 1, rejected: 1 });
  });

  test('an empty cell leaves what is known, unless its field clears', async () => {
    const data = file('a.csv', 'id,tier,city\nk1,GOLD,Suzhou\n');
    const set = '{id: id, tier: {column: tier, clears: true}, city: city}';
    const mapping = file('m.yaml', `files:\n  - file: a.csv\n    to: Customer\n    set: ${set}\n`);
    await importing(graph, { mapping, dir: dirname(data) });
    await importing(graph, { mapping, dir: dirname(file('a.csv', 'id,tier,city\nk1,,\n')) });
    const tier = 'MATCH (c:Customer {id: "k1"}) RETURN c.tier AS tier, c.city AS city';
    expect(await run(graph, tier)).toEqual([{ tier: null, city: 'Suzhou' }]);
  });

  test('a column that the file does not have is named', async () => {
    const data = file('a.csv', 'id,name\n1,x\n');
    const mapping = file('m.yaml', 'files:\n  - file: a.csv\n    to: Customer\n    set: {id: number}\n');
    await expect(importing(graph, { mapping, dir: dirname(data) })).rejects.toMatchObject({
      kind: 'INPUT',
      message: 'a.csv → Customer: there is no column "number"',
      hint: 'the file has id, name',
    });
  });
});
