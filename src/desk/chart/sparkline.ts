import { h, svg } from '../dom.js';
import { pathOf, pointsOf, type Range } from './line.js';

export interface SparkPoint {
  readonly value: number;
  /** What the pointer over it says. */
  readonly title: string;
}

export interface SparkSpec {
  /** What the line shows, for those who do not see it. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly range?: Range;
  /** The values at head and foot, as they are written. */
  readonly head?: string;
  readonly foot?: string;
}

const FRAME = { width: 320, height: 72, margin: 7 };

/** A small line over time with its first and last moment below, its greatest and least value beside, each point telling its value. */
export function sparkline(points: readonly SparkPoint[], spec: SparkSpec): HTMLElement {
  const places = pointsOf(
    points.map(({ value }) => value),
    FRAME,
    spec.range,
  );
  const dots = places.map(({ x, y }, index) =>
    svg(
      'circle',
      { cx: x, cy: y, r: index === places.length - 1 ? 4.5 : 3, class: 'spark-dot' },
      svg('title', {}, points[index]!.title),
    ),
  );
  const drawing = svg(
    'svg',
    { viewBox: `0 0 ${FRAME.width} ${FRAME.height}`, class: 'spark', role: 'img', 'aria-label': spec.label },
    svg('path', { d: pathOf(places), class: 'spark-line' }),
    dots,
  );
  return h(
    'figure',
    { class: 'spark-box' },
    h('div', { class: 'spark-scale quiet' }, h('span', {}, spec.head ?? ''), h('span', {}, spec.foot ?? '')),
    drawing,
    h('figcaption', { class: 'spark-ends quiet' }, h('span', {}, spec.from), h('span', {}, spec.to)),
  );
}
