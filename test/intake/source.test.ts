import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { CSV, openSource, type SourceFormat } from '../../src/intake/files/source.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-source-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function given(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function cellsOf(path: string, format: SourceFormat = CSV): Promise<(readonly string[])[]> {
  const source = openSource(path, format);
  const rows: (readonly string[])[] = [];
  for await (const hand of source.hands) rows.push(...hand.map(({ cells }) => cells));
  expect(source.share()).toBe(1);
  return rows;
}

const LINES = 'id,city\n1,上海\n2,"Su\nzhou"\n';
const ROWS = [
  ['id', 'city'],
  ['1', '上海'],
  ['2', 'Su\nzhou'],
];

test('a file reads the same plain, with a BOM and packed; an empty one has no rows and is read whole', async () => {
  expect(await cellsOf(given('plain.csv', LINES))).toEqual(ROWS);
  expect(await cellsOf(given('bom.csv', `\uFEFF${LINES}`))).toEqual(ROWS);
  expect(await cellsOf(given('packed.csv.gz', gzipSync(LINES)))).toEqual(ROWS);
  expect(await cellsOf(given('empty.csv', ''))).toEqual([]);
});

test('another encoding is read as it is named', async () => {
  const shanghai = Uint8Array.from([0x31, 0x2c, 0xc9, 0xcf, 0xba, 0xa3, 0x0a]); // 1,上海 in gb18030
  expect(await cellsOf(given('gb.csv', shanghai), { ...CSV, encoding: 'gb18030' })).toEqual([['1', '上海']]);
});

test('what cannot be read is said with its fix', async () => {
  expect(() => openSource(join(folder, 'none.csv'), CSV)).toThrow('there is no file');
  expect(() => openSource(folder, CSV)).toThrow('is not a file');
  const packed = gzipSync(LINES.repeat(50));
  for (const [name, bytes] of [
    ['cut.csv.gz', packed.subarray(0, packed.length / 2)],
    ['text.csv.gz', Buffer.from(LINES)],
  ] as const)
    await expect(cellsOf(given(name, bytes))).rejects.toMatchObject({
      kind: 'INPUT',
      message: expect.stringContaining('is not a whole gzip file'),
    });
});

test('whatever is packed reads as it reads plain', async () => {
  const rows = fc.array(fc.stringMatching(/^[a-z0-9 上海]{1,12}$/), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const text = cells.map((cell) => `x,"${cell}"\n`).join('');
      expect(await cellsOf(given('any.csv.gz', gzipSync(text)))).toEqual(await cellsOf(given('any.csv', text)));
    }),
    { numRuns: 30 },
  );
});
