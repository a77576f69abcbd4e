import { Problem } from '../client.js';
import { type Child, h } from '../dom.js';
import type { Dictionary } from '../text/text.js';

/** A problem in words: what happened, what to do, and a button to try again. */
export function problemNotice(problem: Problem, text: Dictionary, retry?: () => void): HTMLElement {
  const own = (text.problem as Record<string, string[]>)[problem.code] ?? text.problem.OTHER;
  return h(
    'div',
    { class: 'notice problem', role: 'alert' },
    h('p', { class: 'notice-what' }, problem.message || own[0]),
    h('p', {}, h('strong', {}, text.fix), problem.hint || own[1]),
    retry && problem.code !== 'FORBIDDEN' && h('button', { type: 'button', onclick: retry }, text.retry),
  );
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
