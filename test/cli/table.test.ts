import { formatRows } from '../../src/cli/table.js';

const rows = [
  { id: 'C0000001', why: 'knows 57 people, reaches further than 99 % of customers', city: '广州广州广州' },
  { id: 'C0000002', why: 'short', city: null },
];
const columnsOf = (line: string) => [...line].reduce((sum, char) => sum + (/\p{sc=Han}/u.test(char) ? 2 : 1), 0);

test('a table is whole where no width is given, and no wider than the terminal where one is', () => {
  expect(formatRows(rows, 'table')).toContain('reaches further than 99 % of customers');
  for (const width of [40, 60, 80])
    for (const line of formatRows(rows, 'table', width).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
});

test('the widest column gives way first, with an ellipsis; JSON and CSV never do', () => {
  expect(formatRows(rows, 'table', 50)).toContain('…');
  expect(formatRows(rows, 'table', 50)).toContain('广州广州广州');
  expect(formatRows(rows, 'json', 20)).toBe(formatRows(rows, 'json'));
  expect(formatRows(rows, 'csv', 20)).toBe(formatRows(rows, 'csv'));
});
