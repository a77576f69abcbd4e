import fc from 'fast-check';
import { KINDS } from '../../../src/intake/kinds/index.js';
import type { Column } from '../../../src/intake/kinds/model.js';
import { KIND_NAMES, type KindName } from '../../../src/intake/kinds/names.js';
import { plausible } from './plausible.js';
import { spoiled } from './values.js';

/** A column of a kind of rows, with rows that hold a hostile value in it. */
export interface ColumnTarget {
  readonly kind: KindName;
  readonly column: string;
  readonly rows: fc.Arbitrary<Record<string, unknown>>;
}

/** Every column of every kind of rows. */
export function columnTargets(): ColumnTarget[] {
  return KIND_NAMES.flatMap((kind) => {
    const { columns } = KINDS[kind];
    const valid = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, cellOf(name, column)]));
    return Object.keys(columns).map((column) => ({
      ...{ kind, column },
      rows: fc.tuple(fc.record(valid), spoiled(valid[column]!)).map(([row, value]) => ({ ...row, [column]: value })),
    }));
  });
}

function cellOf(name: string, { type, choices, required, min = 0, max = 1 }: Column): fc.Arbitrary<unknown> {
  if (choices) return fc.constantFrom(...choices);
  const by: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    integer: fc.constantFrom(min, 1),
    number: fc.constantFrom(min, max),
    money: fc.constantFrom('12.30', '0.05', 7),
    time: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01'),
    date: fc.constantFrom('1990-02-03', '2015-06-30'),
    lunar: fc.constantFrom('08-15', 'L06-01'),
    boolean: fc.constantFrom('true', 'false'),
    json: fc.constantFrom('{"a": 1}', '[]'),
    currency: fc.constantFrom('CNY', 'EUR'),
  };
  const valid = Object.hasOwn(by, type) ? by[type]! : textOf(name);
  return required ? valid : fc.oneof(valid, fc.constant(''));
}

function textOf(name: string): fc.Arbitrary<unknown> {
  if (name === 'id') return fc.integer({ min: 0, max: 40 }).map((n) => `row-${n}`);
  if (name === 'phone') return fc.constantFrom('+8613800001234', '13900001111');
  if (name === 'email') return fc.constantFrom('a@mail.example');
  return plausible(name, 'String');
}

/** A file of rows as an attacker writes it: cells in quotes, with whatever is in them. */
export function fileOf(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  const cell = (value: unknown) => {
    const text = typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
    return `"${(text ?? '').replaceAll('"', '""')}"`;
  };
  return [columns, ...rows.map((row) => columns.map((name) => row[name]))]
    .map((row) => row.map(cell).join(','))
    .join('\n');
}
