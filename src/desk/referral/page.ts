import { h } from '../dom.js';
import { panel } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { hiddenPanel } from './hidden.js';
import { kFactorPanel } from './k-factor.js';
import { askNextPanel, referrersPanel } from './lists.js';
import { pathsPanel } from './paths.js';
import { treePanel } from './tree.js';

/** Who brought whom, how to be introduced, whom to ask: `#referral/C0000042`, with a second id the paths to it. */
export function referralPage(desk: Desk): HTMLElement {
  return h(
    'div',
    { class: 'desk' },
    h(
      'div',
      { class: 'halves' },
      h(
        'div',
        { class: 'stack' },
        panel(desk, referrersPanel),
        panel(desk, pathsPanel),
        panel(desk, kFactorPanel),
        panel(desk, hiddenPanel),
      ),
      h('div', { class: 'stack' }, panel(desk, treePanel), panel(desk, askNextPanel)),
    ),
  );
}
