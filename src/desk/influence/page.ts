import { h } from '../dom.js';
import { panel } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { explainedPanel } from './explained.js';
import { listPanel } from './list.js';
import { moversPanel } from './movers.js';
import { circlePanel } from './picture.js';

/** Who matters in which way, and why: `#influence/KOL/C0000042`; ALL asks for every kind. */
export function influencePage(desk: Desk): HTMLElement {
  return h(
    'div',
    { class: 'desk' },
    h(
      'div',
      { class: 'halves' },
      panel(desk, listPanel),
      h('div', { class: 'stack' }, panel(desk, explainedPanel), panel(desk, moversPanel)),
    ),
    panel(desk, circlePanel),
  );
}
