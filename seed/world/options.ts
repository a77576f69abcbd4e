import { AppError } from '../../src/kernel/error.js';

/**
 * Bounds of a world: below 50 there is no room for the planted roles, above 5,000,000 ids run out of digits to read.
 */
export const CUSTOMERS = { min: 50, max: 5_000_000, default: 2_000 } as const;
export const DEFAULT_SEED = 1;
/** Last days that a world may have: the lunar calendar that its feasts follow is known beyond them. */
const UNTIL = { min: '1990-01-01', max: '2099-12-31' } as const;
export const FORMATS = ['canonical', 'bulk'] as const;

export type Format = (typeof FORMATS)[number];

export interface WorldOptions {
  seed: number;
  customers: number;
  /** Last day of the world, YYYY-MM-DD; data cover the 549 days up to it. */
  until: string;
  /** Folder to write into; made when missing. */
  out: string;
  format: Format;
}

/** Folder and last day must be told; the rest has defaults. */
export type AskedOptions = Partial<WorldOptions> & Pick<WorldOptions, 'out' | 'until'>;

/** Checks what was asked for. Throws INPUT naming the first wrong option. */
export function checkOptions(asked: AskedOptions): WorldOptions {
  const options: WorldOptions = {
    seed: asked.seed ?? DEFAULT_SEED,
    customers: asked.customers ?? CUSTOMERS.default,
    until: asked.until,
    out: asked.out,
    format: asked.format ?? 'canonical',
  };
  refuseUnless(
    whole(options.customers, CUSTOMERS.min, CUSTOMERS.max),
    `customers must be a whole number from ${CUSTOMERS.min} to ${CUSTOMERS.max}`,
    'for example --customers 2000',
  );
  refuseUnless(
    whole(options.seed, 0, 0xffffffff),
    'seed must be a whole number from 0 to 4294967295',
    'for example --seed 1',
  );
  refuseUnless(
    isDay(options.until) && options.until >= UNTIL.min && options.until <= UNTIL.max,
    `until must be a day from ${UNTIL.min} to ${UNTIL.max}`,
    'for example --until 2026-10-31',
  );
  refuseUnless(
    FORMATS.includes(options.format),
    `format must be one of ${FORMATS.join(', ')}`,
    'for example --format canonical',
  );
  refuseUnless(options.out.trim() !== '', 'out must name a folder', 'for example --out world');
  return options;
}

function refuseUnless(holds: boolean, message: string, hint: string): void {
  if (!holds) throw new AppError('INPUT', `world: ${message}`, hint);
}

function whole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
