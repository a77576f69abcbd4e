import { hrefOf, type Route } from '../route.js';

/** A cell of the grid R × FM. */
export interface Cell {
  readonly recency: number;
  readonly fm: number;
}

/** What the address of the view says: `#value/R5FM4/2026-07-31/2026-10-31`. */
export interface Asked {
  readonly cell: Cell | null;
  /** Days, YYYY-MM-DD, between which moves are shown. */
  readonly from: string;
  readonly to: string;
}

const CELL = /^R([1-5])FM([1-5])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Stands for no cell, so that the days may follow. */
const WHOLE = 'ALL';
const MONTHS = 3;

/** What an address asks for; without days, the last three months until `today`. */
export function askedOf({ about: [cell = '', from = '', to = ''] }: Route, today: Date): Asked {
  const found = CELL.exec(cell);
  const until = isDay(to) ? to : dayOf(today);
  return {
    cell: found && { recency: Number(found[1]), fm: Number(found[2]) },
    from: isDay(from) ? from : dayOf(monthsBefore(today, MONTHS)),
    to: until,
  };
}

/** The address of what is asked. */
export function valueHref({ cell, from, to }: Asked): string {
  return hrefOf('value', cell ? `R${cell.recency}FM${cell.fm}` : WHOLE, from, to);
}

/** The last millisecond of a day, where the reader's clock stands. */
export function endOf(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}

function monthsBefore(at: Date, months: number): Date {
  const last = new Date(at.getFullYear(), at.getMonth() - months + 1, 0);
  return new Date(last.getFullYear(), last.getMonth(), Math.min(at.getDate(), last.getDate()));
}

function dayOf(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
