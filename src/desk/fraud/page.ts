import { h } from '../dom.js';
import { panel } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { heldPanel } from './held.js';
import { qualityPanel } from './quality.js';
import { ringPanel } from './ring.js';
import { ringsPanel, seesRings } from './rings.js';

/** Referral fraud: rings, what speaks against them, and the rewards that a person decides: `#fraud/ring-c9fb6bd4a2`. */
export function fraudPage(desk: Desk): HTMLElement {
  return h(
    'div',
    { class: 'desk' },
    h(
      'div',
      { class: 'halves' },
      h('div', { class: 'stack' }, panel(desk, ringsPanel()), panel(desk, qualityPanel)),
      seesRings(desk) ? panel(desk, ringPanel) : panel(desk, heldPanel),
    ),
    seesRings(desk) && panel(desk, heldPanel),
  );
}
