import { parseStatement } from '../../src/graph/library/header.js';
import { checkParams } from '../../src/graph/library/library.js';

const SOURCE = `// Customers of a city.
// Told twice.
// mode   read
// param  city     string           exact name
// param  since    datetime?        null means ever
// param  share    float = 0.5      0..1
// param  kinds    list<string> = ['A', 'B']
// param  rows     list<record>
// .      id       string
// .      amount   integer?         minor units
// row    customerId  string        unique
// row    total       integer
// needs  run analysis              the last run
// api    byCity
// titleZh 某城市的客户
// for    analyst admin
// try    :param city => 'x';
// try    :param kinds => ['a => b;', '}'];
MATCH (n) // not header
RETURN n.id AS customerId, 1 AS total;
`;

test('a header says all there is to know of a file', () => {
  const statement = parseStatement('network/by-city', SOURCE);
  expect(statement).toMatchObject({
    title: 'Customers of a city. Told twice.',
    mode: 'read',
    titleZh: '某城市的客户',
    api: 'byCity',
    roles: ['analyst', 'admin'],
    needs: ['run analysis'],
  });
  expect([...statement.tried]).toEqual([
    ['city', "'x'"],
    ['kinds', "['a => b;', '}']"],
  ]);
  expect(statement.params.map((p) => [p.name, p.type.kind, p.type.nullable, p.defaultValue])).toEqual([
    ['city', 'string', false, undefined],
    ['since', 'datetime', true, undefined],
    ['share', 'float', false, 0.5],
    ['kinds', 'list', false, ['A', 'B']],
    ['rows', 'list', false, undefined],
  ]);
  expect(statement.rows.map((r) => [r.name, r.unique])).toEqual([
    ['customerId', true],
    ['total', false],
  ]);
  expect(statement.text).toBe('MATCH (n) // not header\nRETURN n.id AS customerId, 1 AS total');
});

test.each([
  ['no mode', '// Title\nRETURN 1', /title and then a "mode"/],
  ['an unknown mode', '// Title\n// mode guess\nRETURN 1', /mode must be one of/],
  ['an unknown key', '// Title\n// mode read\n// parm x string\nRETURN 1', /x\.cypher:3: a header line must start/],
  ['an unknown type', '// Title\n// mode read\n// param x strng\nRETURN 1', /unknown type "strng"/],
  ['a bad default', '// Title\n// mode read\n// param x integer = ten\nRETURN 1', /not a JSON value/],
  ['an unknown role', '// Title\n// mode read\n// for kings\nRETURN 1', /unknown role "kings"/],
  ['a try line of another form', '// Title\n// mode read\n// try :params {a: 1}', /:param name => value;/],
  ['a map on a try line', '// Title\n// mode read\n// try :param a => {b: 1};', /a map \(\{…\}\)/],
  ['a field without record', '// Title\n// mode read\n// .  x string\nRETURN 1', /belongs below a param or row/],
])('%s is refused with file and line', (_what, source, message) => {
  expect(() => parseStatement('x', source)).toThrow(message);
});

describe('parameters from outside', () => {
  const statement = parseStatement('network/by-city', SOURCE);

  test('are filled with defaults and turned into values', () => {
    const params = checkParams(statement, { city: 'x', since: '2026-01-02T00:00:00Z', rows: [{ id: 'a' }] });
    expect(params).toEqual({
      city: 'x',
      since: new Date('2026-01-02'),
      share: 0.5,
      kinds: ['A', 'B'],
      rows: [{ id: 'a', amount: null }],
    });
  });

  test('are refused all at once, naming each', () => {
    expect(() => checkParams(statement, { share: 'much', towns: 1, rows: [] })).toThrow(
      /city.*share.*towns: not a parameter/s,
    );
    expect(() => checkParams(statement, { city: 'x'.repeat(10_001), rows: [] })).toThrow(/city/);
    expect(() => checkParams(statement, { city: 'x', rows: [{ id: 'a', amount: 1.5 }] })).toThrow(/rows\.0\.amount/);
  });
});
