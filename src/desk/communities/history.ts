import { atLeast, rangeOf } from '../chart/line.js';
import { sparkline } from '../chart/sparkline.js';
import { type Child, h } from '../dom.js';
import type { Desk } from '../store.js';
import type { HistoryPoint } from './questions.js';

/** How the size of a community went over the runs that changed it; nothing while there is one size only. */
export function sizes(points: readonly HistoryPoint[], desk: Desk): Child {
  if (points.length < 2) return null;
  const { community: words } = desk.text();
  const { whole, moment, span } = desk.format();
  const values = points.map(({ size }) => size ?? 0);
  const range = atLeast(rangeOf(values), 10);
  const [from, to] = span(points[0]!.at, points.at(-1)!.at);
  return [
    h('h3', {}, words.history),
    sparkline(
      points.map(({ at, size }) => ({ value: size ?? 0, title: `${at ? moment(at) : ''}: ${whole(size ?? 0)}` })),
      { label: words.history, from, to, range, head: whole(range.most), foot: whole(range.least) },
    ),
  ];
}
