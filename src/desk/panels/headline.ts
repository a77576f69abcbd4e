import type { Headline } from '../answers.js';
import { h } from '../dom.js';
import type { Desk } from '../store.js';

/** The figures a stranger reads first. Follows the language. */
export function headlineStrip(desk: Desk, figures: Headline): HTMLElement {
  const list = h('dl', { class: 'headline' });
  const show = () => {
    list.setAttribute('aria-label', desk.text().headline.label);
    list.replaceChildren(...tiles(desk, figures));
  };
  desk.onChange((changed) => changed.has('language') && show());
  show();
  return list;
}

function tiles(desk: Desk, f: Headline): HTMLElement[] {
  const text = desk.text().headline;
  const format = desk.format();
  const perCustomer = (count: number) => format.decimal(f.customers > 0 ? count / f.customers : 0);
  const analysed = f.analysedAt;
  const largest = f.largestCommunity;
  const [first, ...more] = f.spent;
  const others = more.map(({ spendMinor, currency }) => format.money(spendMinor, currency));
  return [
    tile(text.customers, format.whole(f.customers)),
    tile(
      text.profiled,
      format.share(f.customers > 0 ? f.profiled / f.customers : 0),
      text.profiledNote(format.whole(f.profiled)),
    ),
    // Every tie has two ends.
    tile(text.ties, format.whole(f.ties), text.tiesNote(perCustomer(2 * f.ties))),
    tile(
      text.communities,
      analysed ? format.whole(f.communities) : '–',
      largest ? text.communitiesNote(format.whole(largest)) : '',
    ),
    tile(text.orders, format.whole(f.orders), text.ordersNote(perCustomer(f.orders))),
    tile(text.spend, first ? format.money(first.spendMinor, first.currency) : '–', format.list(others)),
    tile(text.analysed, analysed ? format.age(analysed) : text.never, analysed ? format.moment(analysed) : ''),
  ];
}

function tile(name: string, value: string, note = ''): HTMLElement {
  return h('div', {}, h('dt', {}, name), h('dd', { class: 'figure' }, value), note && h('dd', { class: 'note' }, note));
}
