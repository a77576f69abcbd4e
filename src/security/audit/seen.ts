/** Numbers from `from` to `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Which numbers of a sequence came by. */
export interface Seen {
  /** False when it came before. */
  add(number: number): boolean;
  /** The highest that came by; 0 before the first. */
  last(): number;
  /** Whether a whole number from 1 to `end` did not come by. */
  misses(number: number, end: number): boolean;
  /** Those from 1 to `end` that did not come by, without `known`. */
  gaps(end: number, known: ReadonlySet<number>): Range[];
}

/** Remembers gaps, not numbers: a sequence of any length that came nearly in order takes next to nothing. */
export function seenNumbers(): Seen {
  const open: Range[] = [];
  let last = 0;
  const gapAt = (number: number) => open.findIndex(({ from, to }) => from <= number && number <= to);
  return {
    add(number) {
      if (number > last) {
        if (number > last + 1) open.push({ from: last + 1, to: number - 1 });
        last = number;
        return true;
      }
      const at = gapAt(number);
      if (at < 0) return false;
      open.splice(at, 1, ...without(open[at]!, number));
      return true;
    },
    last: () => last,
    misses: (number, end) =>
      Number.isInteger(number) && number >= 1 && (gapAt(number) >= 0 || (number > last && number <= end)),
    gaps: (end, known) => {
      const tail = end > last ? [{ from: last + 1, to: end }] : [];
      return [...known].reduce(split, [...open, ...tail]);
    },
  };
}

function split(ranges: Range[], number: number): Range[] {
  return ranges.flatMap((range) => (range.from <= number && number <= range.to ? without(range, number) : [range]));
}

function without({ from, to }: Range, number: number): Range[] {
  return [
    { from, to: number - 1 },
    { from: number + 1, to },
  ].filter((range) => range.from <= range.to);
}
