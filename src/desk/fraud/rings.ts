import { bar, h } from '../dom.js';
import { closedNotice } from '../panels/notice.js';
import type { PanelSpec } from '../panels/panel.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { checkButton } from './check.js';
import { type CheckResult, fraudRings, type Ring } from './questions.js';

/** The roles that see rings. */
const SEEING = ['analyst', 'admin'];

/** Whether this viewer sees rings. */
export function seesRings(desk: Desk): boolean {
  return desk.role === null || SEEING.includes(desk.role);
}

/** The rings, the largest first; choosing one draws it. */
export function ringsPanel(): PanelSpec<readonly Ring[] | null> {
  let last: CheckResult | null = null;
  return {
    id: 'rings',
    title: (text) => text.fraud.title,
    about: (text) => text.fraud.about,
    asks: (desk) => String(desk.state().revision),
    shows: ['route'],
    lines: 4,
    load: async (desk) => (seesRings(desk) ? fraudRings(desk.client) : null),
    body: (rings, desk) => {
      const { fraud: words } = desk.text();
      if (rings === null) return closedNotice(SEEING, desk.text());
      const chosen = desk.state().route.about[0] ?? rings[0]?.ringId;
      return [
        rings.length === 0
          ? h('p', { class: 'notice' }, words.noRings)
          : h(
              'ol',
              { class: 'who' },
              rings.map((ring, index) => h('li', {}, row(ring, index, ring.ringId === chosen, desk))),
            ),
        checkButton(desk, last, (found) => {
          last = found;
        }),
      ];
    },
  };
}

function row(ring: Ring, index: number, chosen: boolean, desk: Desk): HTMLElement {
  const { fraud: words } = desk.text();
  const { whole } = desk.format();
  return h(
    'a',
    { class: 'who-row', href: hrefOf('fraud', ring.ringId), 'aria-current': chosen ? 'true' : null },
    h('span', { class: 'who-name' }, h('strong', {}, words.ring(whole(index + 1), whole(ring.size), ring.size))),
    h('span', { class: 'who-score' }, whole(ring.score), bar(ring.score / 100)),
    h(
      'span',
      { class: 'who-why plain-start' },
      [...ring.signals.map((signal) => words.signal[signal] ?? signal), words.heldOf(whole(ring.held), ring.held)].join(
        ' · ',
      ),
    ),
  );
}
