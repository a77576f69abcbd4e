import type { Problem } from '../client.js';
import { type Child, fill, h } from '../dom.js';
import type { Desk, DeskState } from '../store.js';
import type { Dictionary } from '../text/text.js';
import { asProblem, loadingNotice, problemNotice } from './notice.js';

/** One box of the page: where its data comes from and how it looks. */
export interface PanelSpec<T> {
  readonly id: string;
  title(text: Dictionary): string;
  about(text: Dictionary): string;
  load(desk: Desk): Promise<T>;
  body(data: T, desk: Desk): Child;
  /** What of the shared state the body shows, beside the language. */
  readonly shows?: readonly (keyof DeskState)[];
}

type Status<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'ready'; readonly data: T };

/** A section that loads by itself, says when it fails and why, and follows the language. */
export function panel<T>(desk: Desk, spec: PanelSpec<T>): HTMLElement {
  const heading = h('h2', { id: `${spec.id}-title` });
  const about = h('p', { class: 'about' });
  const content = h('div', { class: 'content' });
  const section = h(
    'section',
    { class: 'panel', id: spec.id, 'aria-labelledby': `${spec.id}-title` },
    heading,
    about,
    content,
  );
  let status: Status<T> = { kind: 'loading' };
  const show = () => {
    const text = desk.text();
    heading.textContent = spec.title(text);
    about.textContent = spec.about(text);
    content.setAttribute('aria-busy', String(status.kind === 'loading'));
    fill(content, bodyOf(status, spec, desk, load));
  };
  const load = async () => {
    status = { kind: 'loading' };
    show();
    status = await attempt(() => spec.load(desk));
    if (status.kind === 'failed' && status.problem.code === 'UNAUTHENTICATED') desk.expired();
    show();
  };
  desk.onChange((changed) => {
    if (changed.has('language') || spec.shows?.some((key) => changed.has(key))) show();
  });
  void load();
  return section;
}

async function attempt<T>(work: () => Promise<T>): Promise<Status<T>> {
  try {
    return { kind: 'ready', data: await work() };
  } catch (error) {
    return { kind: 'failed', problem: asProblem(error) };
  }
}

function bodyOf<T>(status: Status<T>, spec: PanelSpec<T>, desk: Desk, retry: () => void): Child {
  if (status.kind === 'loading') return loadingNotice(desk.text());
  if (status.kind === 'failed') return problemNotice(status.problem, desk.text(), retry);
  return spec.body(status.data, desk);
}
