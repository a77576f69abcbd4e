import { stringify } from 'csv-stringify/sync';
import { exponentOf } from '../intake/index.js';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Rows as text: a table for eyes, JSON for programs, CSV for spreadsheets (formulas defused, since cells can hold
 * foreign text). A table shows a sentence in English only, JSON and CSV in Chinese too; it is cut at `width` columns of
 * a terminal, and whole where none is given.
 */
export function formatRows(given: readonly object[], format: Format, width?: number): string {
  const rows = given as readonly Record<string, unknown>[];
  if (format === 'json') return JSON.stringify(rows, null, 2);
  const inChinese = (column: string) => format === 'table' && column === 'whyZh';
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !inChinese(column));
  const cells = rows.map((row) => columns.map((column) => textOf(row[column])));
  if (format === 'csv') return stringify([columns, ...cells], { escape_formulas: true }).trimEnd();
  return rows.length === 0 ? '(no rows)' : tableOf([columns, ...cells], width);
}

/** Minor units as a person writes them: 123400 of CNY is 1,234.00 CNY. */
export function money(minor: number, currency: string): string {
  const places = exponentOf(currency);
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return `${(minor / 10 ** places).toLocaleString('en-US', digits)} ${currency}`;
}

function tableOf(lines: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): string {
  const wanted = lines[0]!.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at]!))));
  const widths = fitted(wanted, width - 2 * (wanted.length - 1));
  const draw = (line: readonly string[]) =>
    line
      .map((cell, at) => padded(cell, widths[at]!))
      .join('  ')
      .trimEnd();
  const rule = widths.map((columns) => '─'.repeat(columns)).join('  ');
  return [draw(lines[0]!), rule, ...lines.slice(1).map(draw)].join('\n');
}

/** Column widths whose sum is `room` at most: the widest give way first, down to 8 each. */
function fitted(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  for (let over = sum(widths) - room; over > 0; over = sum(widths) - room) {
    const widest = Math.max(...widths);
    if (widest <= 8) break;
    const next = Math.max(8, ...widths.filter((one) => one < widest));
    widths[widths.indexOf(widest)] = Math.max(next, widest - over, 8);
    if (next === widest) break;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The cell in so many columns: filled with blanks, or cut with an ellipsis. */
function padded(cell: string, width: number): string {
  if (widthOf(cell) <= width) return cell + ' '.repeat(width - widthOf(cell));
  let text = '';
  for (const char of cell) {
    if (widthOf(text + char) > width - 1) break;
    text += char;
  }
  return `${text}…${' '.repeat(width - 1 - widthOf(text))}`;
}

/** Columns of a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, char) =>
      sum + (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(char) ? 2 : 1),
    0,
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Number(value.toPrecision(6)));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
