import { lunarText } from '../../src/kernel/calendar/lunar.js';
import { DAY_MS, HOUR_MS } from '../../src/kernel/clock.js';
import { seededRandom } from '../../src/kernel/random.js';

/** A customer of the simulated year, with all that is going to happen to them. Nobody is meant by them. */
export interface Planted {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly birthday: string | null;
  /** As it is written: 08-15, L06-01. */
  readonly lunarBirthday: string | null;
  readonly firstOrderAt: Date | null;
  /** Whom they refer, and when. */
  readonly refers: { readonly id: string; readonly at: Date } | null;
  /** When a churn warning begins. */
  readonly warnedAt: Date | null;
  readonly consents: boolean;
  /** From then on they get nothing. */
  readonly withdrawsAt: Date | null;
}

export interface Year {
  readonly customers: number;
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
  readonly days: number;
}

/** The people of a simulated year, the same for the same seed. Many have birthdays on days that not every year has. */
export function plantPeople({ customers, from, days }: Year, seed = 1): Planted[] {
  const random = seededRandom(seed);
  const int = (least: number, most: number) => least + Math.floor(random.next() * (most - least + 1));
  const start = Date.parse(`${from}T00:00:00Z`);
  const within = () => new Date(start + int(0, days - 1) * DAY_MS + int(0, 23) * HOUR_MS);
  const idOf = (at: number) => `y${String(at).padStart(5, '0')}`;
  return Array.from({ length: customers }, (_, at) => {
    const chance = (share: number) => random.next() < share;
    const day = new Date(Date.UTC(int(1950, 2005), int(0, 11), int(1, 28))).toISOString().slice(0, 10);
    const solar = chance(0.02) ? '1996-02-29' : day;
    const lunar = lunarText({ month: int(1, 12), leap: chance(0.2), day: chance(0.1) ? 30 : int(1, 29) });
    const kept = at % 10;
    const consents = chance(0.9);
    return {
      id: idOf(at),
      birthday: kept < 5 || kept === 8 ? solar : null,
      lunarBirthday: kept >= 5 && kept < 9 ? lunar : null,
      firstOrderAt: chance(0.6) ? new Date(Date.UTC(int(2020, 2026), int(0, 11), int(1, 28), int(0, 23))) : null,
      refers: chance(0.1) ? { id: idOf((at + 1) % customers), at: within() } : null,
      warnedAt: chance(0.15) ? within() : null,
      consents,
      withdrawsAt: consents && chance(0.05) ? new Date(start + int(0, days - 1) * DAY_MS) : null,
    };
  });
}
