/** A line over time, as numbers: where each point stands on the paper. Pure. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Free on every side, so that dots and thick lines are whole. */
  readonly margin: number;
}

/**
 * Points of a line within the frame, evenly spaced. `least` and `most` are the values at its foot and head; a line
 * whose
 * values are all the same lies in the middle.
 */
export function pointsOf(values: readonly number[], { width, height, margin }: Frame, range?: Range): Point[] {
  const { least, most } = range ?? rangeOf(values);
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const from = values.length > 1 ? margin : width / 2;
  const share = (value: number) => (most > least ? (value - least) / (most - least) : 0.5);
  return values.map((value, index) => ({
    x: rounded(from + index * step),
    y: rounded(height - margin - share(value) * (height - 2 * margin)),
  }));
}

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The least and the greatest of values; 0 and 0 of none. */
export function rangeOf(values: readonly number[]): Range {
  return values.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...values), most: Math.max(...values) };
}

/** A range of at least so much, so that next to nothing does not look like a leap; never below `floor`. */
export function atLeast({ least, most }: Range, span: number, floor = 0): Range {
  const lack = Math.max(0, span - (most - least));
  const from = Math.max(Math.min(floor, least), least - lack / 2);
  return { least: from, most: Math.max(most, from + span) };
}

/** The points as the `d` of an SVG path. */
export function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
