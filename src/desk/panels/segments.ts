import { type SegmentRow, segmentNameIn } from '../answers.js';
import { bar, h } from '../dom.js';
import { segments } from '../questions.js';
import type { Desk } from '../store.js';
import type { PanelSpec } from './panel.js';

/** The value segments as bars: how many customers, and what they spent. */
export const segmentsPanel: PanelSpec<readonly SegmentRow[]> = {
  id: 'segments',
  title: (text) => text.segments.title,
  about: (text) => text.segments.about,
  load: (desk) => segments(desk.client),
  body: (rows, desk) => {
    const text = desk.text().segments;
    if (rows.every((row) => row.customers === 0))
      return h('p', { class: 'notice' }, text.none, ' ', h('code', {}, text.noneFix));
    const most = Math.max(...rows.map((row) => row.customers));
    return h(
      'table',
      { class: 'bars' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, text.name),
          h('th', { scope: 'col', colspan: 2 }, text.customers),
          h('th', { scope: 'col', class: 'number' }, text.spend),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) => line(row, most, desk)),
      ),
    );
  },
};

function line(row: SegmentRow, most: number, desk: Desk): HTMLElement {
  const format = desk.format();
  const spend = row.spendMinor === null || !row.currency ? '–' : format.money(row.spendMinor, row.currency);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, segmentNameIn(row, desk.state().language)),
    h('td', { class: 'bar-cell' }, bar(row.customers / most)),
    h('td', { class: 'number' }, format.whole(row.customers)),
    h('td', { class: 'number' }, spend),
  );
}
