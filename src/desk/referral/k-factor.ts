import { sparkline } from '../chart/sparkline.js';
import { h } from '../dom.js';
import { figures } from '../panels/figures.js';
import type { PanelSpec } from '../panels/panel.js';
import { type KFactor, kFactor } from './questions.js';

/** Whether the programme grows by itself: K of the last year, and by months. */
export const kFactorPanel: PanelSpec<KFactor> = {
  id: 'k-factor',
  title: (text) => text.referral.kFactor,
  about: (text) => text.referral.kFactorAbout,
  load: (desk) => kFactor(desk.client),
  body: (found, desk) => {
    const { referral: words } = desk.text();
    const { whole, decimal, share, month } = desk.format();
    const months = found.periods;
    const most = Math.max(...months.map((one) => one.kFactor), 0);
    const points = months.map((one) => ({
      value: one.kFactor,
      title: words.monthly(month(one.period), decimal(one.kFactor, 4), whole(one.invitations), whole(one.conversions)),
    }));
    return [
      figures([
        { name: 'K', value: decimal(found.kFactor, 3), note: words.per100(decimal(100 * found.kFactor)) },
        { name: words.invitations, value: whole(found.invitations), note: words.byCustomers(whole(found.customers)) },
        { name: words.conversions, value: share(found.conversion), note: words.won(whole(found.conversions)) },
      ]),
      h('h3', {}, words.byMonth),
      sparkline(points, {
        label: words.byMonth,
        from: months[0] ? month(months[0].period) : '',
        to: months.at(-1) ? month(months.at(-1)!.period) : '',
        range: { least: 0, most },
        head: decimal(most, 3),
        foot: '0',
      }),
      h(
        'p',
        { class: 'quiet' },
        found.kFactor >= 1 ? words.growsAlone : words.needsPush,
        ' ',
        tendency(found.slope, words),
      ),
    ];
  },
};

function tendency(
  slope: number,
  words: { readonly rising: string; readonly falling: string; readonly steady: string },
): string {
  if (Math.abs(slope) < 1e-6) return words.steady;
  return slope > 0 ? words.rising : words.falling;
}
