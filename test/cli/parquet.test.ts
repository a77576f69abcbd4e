import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf, rowsIn } from '../../src/cli/columns.js';
import { writeParquet } from '../../src/cli/parquet-file.js';
import { scaffold, writeScaffold } from '../../src/cli/scaffold.js';
import { parseStatement } from '../../src/graph/library/header.js';
import { pythonWith } from '../setup/path.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const statement = parseStatement(
  'x/y',
  `// T.
// mode read
// row customerId customer unique
// row score float?
// row people integer
// row spendMinor float
// row at datetime?
// row day date?
// row close boolean?
// row kinds list<string>
// row value list<record>
// .   currency string
// row best record
// .   name string
// .   shareMinor integer
RETURN 1`,
);
const rows = Array.from({ length: 2500 }, (_, n) => ({
  customerId: `C${n}`,
  score: n === 0 ? null : n / 3, // the first rows say nothing of the type
  people: n,
  spendMinor: n + 0.1 + 0.2, // a sum of floats
  at: n === 1 ? null : new Date(Date.UTC(2026, 0, 1, 16, 30) + n),
  day: '2026-02-28',
  close: n % 2 === 0,
  kinds: ['FOLLOWS', '家人'],
  value: [{ currency: 'CNY' }],
  best: { name: `n${n}`, shareMinor: 2 ** 40 + n },
}));

test('types are those of the header, and every value is read back: money whole, times in UTC', async () => {
  const path = join(folder, 'a.parquet');
  expect(await writeParquet(path, columnsOf(statement, true), [rows.slice(0, 1500), rows.slice(1500)])).toBe(2500);
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const file = await asyncBufferFromFile(path);
  const { schema } = await parquetMetadataAsync(file);
  expect(schema.slice(1).map(({ name, type, converted_type }) => [name, converted_type ?? type])).toEqual([
    ['customerId', 'UTF8'],
    ['score', 'DOUBLE'],
    ['people', 'INT64'],
    ['spendMinor', 'INT64'],
    ['at', 'TIMESTAMP_MILLIS'],
    ['day', 'DATE'],
    ['close', 'BOOLEAN'],
    ['kinds', 'UTF8'],
    ['value', 'JSON'],
    ['best.name', 'UTF8'],
    ['best.shareMinor', 'INT64'],
  ]);
  const read = await parquetReadObjects({ file });
  expect(read).toHaveLength(2500);
  expect(read[0]).toMatchObject({ customerId: 'C0', score: null, people: 0n, spendMinor: 0n, kinds: 'FOLLOWS; 家人' });
  expect(read[2499]).toEqual({
    ...{ customerId: 'C2499', score: 833, people: 2499n, spendMinor: 2499n, close: false, kinds: 'FOLLOWS; 家人' },
    ...{ at: rows[2499]!.at, day: new Date('2026-02-28'), value: [{ currency: 'CNY' }] },
    ...{ 'best.name': 'n2499', 'best.shareMinor': BigInt(2 ** 40 + 2499) },
  });
});

const python = pythonWith('pandas', 'pyarrow');
(python ? test : test.skip)('pandas reads it: money as whole numbers, times in UTC, nested as text', async () => {
  const path = join(folder, 'pandas.parquet');
  await writeParquet(path, columnsOf(statement, true), [rows]);
  const script = `import json, sys, pandas
frame = pandas.read_parquet(sys.argv[1])
last = frame.iloc[-1]
print(json.dumps({'types': {name: str(kind) for name, kind in frame.dtypes.items()}, 'rows': len(frame),
  'at': last['at'].isoformat(), 'spend': int(last['spendMinor']), 'share': int(last['best.shareMinor']),
  'kinds': last['kinds'], 'missing': int(frame['score'].isna().sum())}))`;
  const read = JSON.parse(execFileSync(python!, ['-c', script, path], { encoding: 'utf8' }));
  expect(read).toMatchObject({ rows: 2500, spend: 2499, share: 2 ** 40 + 2499, kinds: 'FOLLOWS; 家人', missing: 1 });
  expect(read.types).toMatchObject({ spendMinor: 'int64', people: 'int64', score: 'float64', close: 'bool' });
  expect(read.types.at).toMatch(/^datetime64\[\w+, UTC\]$/);
  expect(new Date(read.at)).toEqual(rows[2499]!.at);
});

test('what is nested stays nested unless it is to be flat', async () => {
  const path = join(folder, 'b.parquet');
  await writeParquet(path, columnsOf(statement, false), [rows.slice(0, 2)]);
  const { asyncBufferFromFile, parquetReadObjects } = await import('hyparquet');
  const [first] = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  expect(first).toMatchObject({ kinds: ['FOLLOWS', '家人'], best: { name: 'n0', shareMinor: 2 ** 40 } });
  const [flat] = rowsIn(columnsOf(statement, true), rows);
  expect(Object.keys(flat!).slice(-2)).toEqual(['best.name', 'best.shareMinor']);
});

test('a folder that is not there is said, with what to do', async () => {
  const writing = writeParquet(join(folder, 'no', 'a.parquet'), columnsOf(statement, false), [rows]);
  await expect(writing).rejects.toMatchObject({ kind: 'INPUT', message: expect.stringContaining('ENOENT') });
});

test('a new question is one: its header, its Cypher and a test beside, never over another', () => {
  const files = scaffold('network/close-friends', 'Who has close friends.');
  expect(writeScaffold(files, folder)).toEqual([
    'written: cypher/network/close-friends.cypher',
    'written: test/network/close-friends.test.ts',
  ]);
  const made = parseStatement('network/close-friends', readFileSync(join(folder, files[0]!.path), 'utf8'));
  expect(made).toMatchObject({ mode: 'read', api: 'closeFriends', roles: ['analyst', 'admin'], tellsOf: 'customers' });
  expect(made.params.map(({ name }) => name).every((name) => made.text.includes(`$${name}`))).toBe(true);
  expect(() => writeScaffold(files, folder)).toThrow(expect.objectContaining({ kind: 'CONFLICT' }));
  expect(() => scaffold('Network/Friends', 'x')).toThrow(expect.objectContaining({ kind: 'INPUT' }));
});
