import { pathOf, pointsOf, type Range } from './line.js';

interface SparkProps {
  /** Each with what the pointer over it says. */
  readonly points: readonly { readonly value: number; readonly title: string }[];
  /** What the line shows, for those who do not see it. */
  readonly label: string;
  /** The first and the last moment. */
  readonly ends: readonly [string, string];
  readonly range: Range;
  /** Writes the values at head and foot. */
  written(value: number): string;
}

const FRAME = { width: 320, height: 72, margin: 7 };

/**
 * A small line over time with its first and last moment below, its greatest and least value beside, each point telling
 * its value.
 */
export function Sparkline({ points, label, ends: [from, to], range, written }: SparkProps) {
  const places = pointsOf(
    points.map(({ value }) => value),
    FRAME,
    range,
  );
  return (
    <figure class="spark-box">
      <div class="spark-scale quiet">
        <span>{written(range.most)}</span>
        <span>{written(range.least)}</span>
      </div>
      <svg viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} class="spark" role="img" aria-label={label}>
        <path d={pathOf(places)} class="spark-line" />
        {places.map(({ x, y }, place) => (
          <circle key={place} cx={x} cy={y} r={place === places.length - 1 ? 4.5 : 3} class="spark-dot">
            <title>{points[place]!.title}</title>
          </circle>
        ))}
      </svg>
      <figcaption class="spark-ends quiet">
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}
