import { type Child, h } from '../dom.js';
import type { Desk } from '../store.js';
import { reasonZh } from './reasons-zh.js';

/** Reasons of the server as a list in the reader's language, marked as English where they stay English. */
export function reasonList(reasons: readonly string[], desk: Desk): HTMLElement {
  const told = (reason: string): Child => {
    if (desk.state().language === 'en') return reason;
    return reasonZh(reason) ?? h('span', { lang: 'en' }, reason);
  };
  return h(
    'ul',
    { class: 'reasons' },
    reasons.map((reason) => h('li', {}, told(reason))),
  );
}
