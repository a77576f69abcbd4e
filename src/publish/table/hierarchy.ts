import { z } from 'zod';
import { ANYTHING, QUASI_IDENTIFIERS, type QuasiIdentifier, UNKNOWN } from './columns.js';

const DATE_STEPS = { month: 7, quarter: 0, year: 4 } as const;

/**
 * One step up: a date cut to month, quarter or year; a city's region; or what each value becomes (others stay as they
 * are).
 */
const step = z.union([
  z.enum(['month', 'quarter', 'year']),
  z.literal('region'),
  z.record(z.string().max(100), z.string().min(1).max(100)),
]);

/** The steps of each column, from fine to coarse; nothing at all (`*`) is always the last and is not written. */
export const hierarchiesInput = z.partialRecord(z.enum(QUASI_IDENTIFIERS), z.array(step).max(8));
export type Hierarchies = z.output<typeof hierarchiesInput>;

export const DEFAULT_HIERARCHIES: Required<Hierarchies> = {
  ageBand: [
    { '18-24': '18-34', '25-34': '18-34', '35-44': '35-54', '45-54': '35-54', '55-64': '55+', '65+': '55+' },
    { '18-34': '18-54', '35-54': '18-54' },
  ],
  city: ['region'],
  region: [],
  gender: [],
  tier: [{ BRONZE: 'BRONZE or SILVER', SILVER: 'BRONZE or SILVER', GOLD: 'GOLD or JADE', JADE: 'GOLD or JADE' }],
  joinedAt: ['month', 'quarter', 'year'],
};

/** A column with its levels: 0 leaves the value, the last says nothing. Each takes a value as the graph has it. */
export interface Ladder {
  readonly column: string;
  readonly levels: readonly Level[];
}

export interface Level {
  readonly name: string;
  readonly of: (value: string) => string;
}

/** The levels of a column. `regionOf` is the region of each city. */
export function ladderOf(
  column: QuasiIdentifier,
  hierarchies: Hierarchies,
  regionOf: ReadonlyMap<string, string>,
): Ladder {
  const raw: Level = { name: 'as it is', of: (value) => value };
  const levels = [raw];
  (hierarchies[column] ?? DEFAULT_HIERARCHIES[column]).forEach((up, at) => {
    levels.push(typeof up === 'string' ? named(up, regionOf) : mapped(up, levels.at(-1)!, at + 1));
  });
  return { column, levels: [...levels, { name: ANYTHING, of: () => ANYTHING }] };
}

function named(step: keyof typeof DATE_STEPS | 'region', regionOf: ReadonlyMap<string, string>): Level {
  if (step === 'region') return { name: step, of: (city) => regionOf.get(city) ?? UNKNOWN };
  if (step === 'quarter') return { name: step, of: quarterOf };
  return { name: step, of: (day) => (day === UNKNOWN ? day : day.slice(0, DATE_STEPS[step])) };
}

function quarterOf(day: string): string {
  const month = Number(day.slice(5, 7));
  return month > 0 ? `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}` : day;
}

function mapped(map: Readonly<Record<string, string>>, below: Level, at: number): Level {
  const up = new Map(Object.entries(map));
  return {
    name: `step ${at}`,
    of: (value) => {
      const under = below.of(value);
      return up.get(under) ?? under;
    },
  };
}
