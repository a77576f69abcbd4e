import { h } from '../dom.js';
import { panel } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { contagionPanel } from './contagion.js';
import { seedsPanel } from './seeds.js';

/** What travels along ties: whom to start from, and whether churn follows them: `#spread/CHURNED/SMS/marketing/10/0`. */
export function spreadPage(desk: Desk): HTMLElement {
  return h(
    'div',
    { class: 'desk' },
    h('div', { class: 'halves' }, panel(desk, seedsPanel), panel(desk, contagionPanel)),
  );
}
