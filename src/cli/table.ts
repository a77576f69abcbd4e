import { stringify } from 'csv-stringify/sync';
import { exponentOf } from '../intake/index.js';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Rows as text: a table for eyes, JSON for programs, CSV for spreadsheets (formulas defused, since cells can hold foreign text). */
export function formatRows(rows: readonly Record<string, unknown>[], format: Format): string {
  if (format === 'json') return JSON.stringify(rows, null, 2);
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => textOf(row[column])));
  if (format === 'csv') return stringify([columns, ...cells], { escape_formulas: true }).trimEnd();
  return rows.length === 0 ? '(no rows)' : tableOf([columns, ...cells]);
}

/** Minor units as a person writes them: 123400 of CNY is 1,234.00 CNY. */
export function money(minor: number, currency: string): string {
  const places = exponentOf(currency);
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return `${(minor / 10 ** places).toLocaleString('en-US', digits)} ${currency}`;
}

function tableOf(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at]!))));
  const draw = (line: readonly string[]) =>
    line
      .map((cell, at) => cell + ' '.repeat(widths[at]! - widthOf(cell)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [draw(lines[0]!), rule, ...lines.slice(1).map(draw)].join('\n');
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
