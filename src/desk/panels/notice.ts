import { Problem } from '../client.js';
import { type Child, h } from '../dom.js';
import type { Dictionary } from '../text/text.js';

/** A problem in words: what happened, what to do, and a button to try again. What a role may not ask is no problem, but explained. */
export function problemNotice(problem: Problem, text: Dictionary, retry?: () => void): HTMLElement {
  if (problem.code === 'FORBIDDEN') return closedNotice(rolesIn(problem.hint), text);
  const own = (text.problem as Record<string, string[]>)[problem.code];
  // The server speaks English: elsewhere its words stand below the reader's own.
  const native = text.locale === 'en';
  const [what, fix] = own ?? text.problem.OTHER;
  return h(
    'div',
    { class: 'notice problem', role: 'alert' },
    h('p', { class: 'notice-what' }, (native && problem.message) || what),
    h('p', {}, h('strong', {}, text.fix), (native && problem.hint) || fix),
    !native && problem.message && h('p', { class: 'quiet', lang: 'en' }, `${problem.message} – ${problem.hint}`),
    retry && h('button', { type: 'button', onclick: retry }, text.retry),
  );
}

/** What is closed to the viewer's role, and to whom it is open. */
export function closedNotice(roles: readonly string[], text: Dictionary): HTMLElement {
  const names = roles.map((role) => (text.roles as Record<string, string>)[role] ?? role);
  const list = new Intl.ListFormat(text.locale, { type: 'disjunction' }).format(names);
  return h(
    'div',
    { class: 'notice closed' },
    h('p', { class: 'notice-what' }, text.closed.what),
    h('p', {}, names.length > 0 ? text.closed.open(list) : text.closed.fix),
  );
}

/** The roles that a hint names, like "ask with a token of role analyst or admin". */
export function rolesIn(hint: string): string[] {
  const named = /\brole ([a-z-]+(?: or [a-z-]+)*)/.exec(hint)?.[1];
  return named ? named.split(' or ') : [];
}

/** Anything thrown, as a problem: what is not the server's word keeps its details to the console. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  return new Problem('OTHER', '');
}

/** A state with nothing to show yet, and the commands that change it. */
export function stepsNotice(
  title: string,
  about: string,
  commands: readonly string[],
  ...more: readonly Child[]
): HTMLElement {
  return h(
    'section',
    { class: 'notice steps' },
    h('h2', {}, title),
    h('p', {}, about),
    commands.map((command) => h('pre', {}, h('code', {}, command))),
    more,
  );
}

/** Grey bars where the content will be. */
export function loadingNotice(text: Dictionary, lines = 3): HTMLElement {
  return h(
    'div',
    { class: 'loading', role: 'status' },
    h('span', { class: 'unseen' }, text.loading),
    Array.from({ length: lines }, () => h('span', { class: 'loading-line', 'aria-hidden': 'true' })),
  );
}
