import { h } from '../dom.js';
import { panel } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { decisionPanel } from './decision.js';
import { companyList } from './list.js';

/** Client companies: who decides and how to get there, and which hang together: `#companies/B000001`. */
export function companiesPage(desk: Desk): HTMLElement {
  return h(
    'div',
    { class: 'desk' },
    h('div', { class: 'halves' }, panel(desk, companyList), panel(desk, decisionPanel)),
  );
}
