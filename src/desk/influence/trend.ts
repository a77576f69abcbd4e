import { atLeast, rangeOf } from '../chart/line.js';
import { sparkline } from '../chart/sparkline.js';
import { type Child, h } from '../dom.js';
import type { Desk } from '../store.js';
import type { TrendPoint } from './questions.js';

/** Points of influence from foot to head at least. */
const LEAST_SPAN = 5;

/** How someone's influence went over the runs; one point is no line, and said in words. */
export function trend(points: readonly TrendPoint[], desk: Desk): Child {
  const { influence: words } = desk.text();
  const format = desk.format();
  const [first, last] = [points[0], points.at(-1)];
  const heading = h('h3', {}, words.trend);
  if (!first || !last || points.length < 2) return [heading, h('p', { class: 'quiet' }, words.onePoint)];
  const range = atLeast(rangeOf(points.map(({ influence }) => influence)), LEAST_SPAN);
  const when = (at: string | null) => (at ? format.moment(at) : words.runGone);
  const [began, ended] = format.span(first.at, last.at);
  const [from, to] = [format.decimal(first.influence), format.decimal(last.influence)];
  return [
    heading,
    sparkline(
      points.map(({ at, influence }) => ({ value: influence, title: `${when(at)}: ${format.decimal(influence)}` })),
      {
        label: words.trendLabel(from, to),
        from: began,
        to: ended,
        head: format.decimal(range.most),
        foot: format.decimal(range.least),
      },
    ),
  ];
}
