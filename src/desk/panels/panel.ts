import type { AnalysisState, Problem } from '../client.js';
import { type Child, fill, h } from '../dom.js';
import { type Desk, type DeskState, partOf } from '../store.js';
import type { Dictionary } from '../text/text.js';
import { keepingFocus } from './focus.js';
import { freshness } from './freshness.js';
import { asProblem, loadingNotice, problemNotice } from './notice.js';

/** One box of the page: where its data comes from and how it looks. */
export interface PanelSpec<T> {
  readonly id: string;
  title(text: Dictionary): string;
  about(text: Dictionary, desk: Desk, data: T | null): Child;
  /** What is asked with: stays while the answer loads, and when it fails. */
  form?(desk: Desk, data: T | null): Child;
  load(desk: Desk): Promise<T>;
  body(data: T, desk: Desk): Child;
  /** What of the shared state the body shows, beside the language. */
  readonly shows?: readonly (keyof DeskState)[];
  /** What the answer depends on: when it changes, the panel asks again. */
  asks?(desk: Desk): string;
  /** It answers what was chosen elsewhere: where it is out of sight, as on a phone, it comes into view. */
  readonly answers?: true;
  /** The body follows the language by itself, and is not made anew for it. */
  readonly ownWords?: true;
  /** Grey lines while it loads: as high as what is coming, so that nothing below jumps. */
  readonly lines?: number;
}

type Status<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'ready'; readonly data: T; readonly analysis: AnalysisState | null };

/** A section that loads by itself, says when it fails and why, how old what it shows is, and follows the language. */
export function panel<T>(desk: Desk, spec: PanelSpec<T>): HTMLElement {
  const heading = h('h2', { id: `${spec.id}-title` });
  const about = h('p', { class: 'about' });
  const content = h('div', { class: 'content' });
  const named = { class: `panel panel-${spec.id}`, id: spec.id, 'aria-labelledby': `${spec.id}-title` };
  const foot = h('div', { class: 'foot' });
  const section = h('section', named, heading, about, content, foot);
  let status: Status<T> = { kind: 'loading' };
  let asked = '';
  let part = partOf(desk);
  const head = () => {
    const text = desk.text();
    heading.textContent = spec.title(text);
    fill(about, spec.about(text, desk, dataOf(status)));
    fill(foot, status.kind === 'ready' && status.analysis && freshness(status.analysis, desk));
  };
  const show = () => {
    part.end();
    part = partOf(desk);
    head();
    content.setAttribute('aria-busy', String(status.kind === 'loading'));
    keepingFocus(content, () => fill(content, spec.form?.(part, dataOf(status)), bodyOf(status, spec, part, load)));
  };
  const load = async () => {
    asked = spec.asks?.(desk) ?? '';
    const question = asked;
    status = { kind: 'loading' };
    show();
    const answer = await attempt(desk, spec);
    // Someone else was chosen meanwhile: this answer is not theirs.
    if (question !== asked) return;
    status = answer;
    if (status.kind === 'failed' && status.problem.code === 'UNAUTHENTICATED') desk.expired();
    show();
  };
  desk.onChange((changed) => {
    if (spec.asks && spec.asks(desk) !== asked) {
      void load();
      if (spec.answers && section.getBoundingClientRect().top > window.innerHeight - 120) section.scrollIntoView();
    } else if (changed.has('language') && spec.ownWords && status.kind === 'ready') head();
    else if (changed.has('language') || spec.shows?.some((key) => changed.has(key))) show();
  });
  desk.onEnd(() => part.end());
  void load();
  return section;
}

async function attempt<T>(desk: Desk, spec: PanelSpec<T>): Promise<Status<T>> {
  let analysis: AnalysisState | null = null;
  const client = desk.client.telling((state) => {
    analysis = state;
  });
  try {
    return { kind: 'ready', data: await spec.load({ ...desk, client }), analysis };
  } catch (error) {
    return { kind: 'failed', problem: asProblem(error) };
  }
}

function dataOf<T>(status: Status<T>): T | null {
  return status.kind === 'ready' ? status.data : null;
}

function bodyOf<T>(status: Status<T>, spec: PanelSpec<T>, desk: Desk, retry: () => void): Child {
  if (status.kind === 'loading') return loadingNotice(desk.text(), spec.lines);
  if (status.kind === 'failed') return problemNotice(status.problem, desk.text(), retry);
  return spec.body(status.data, desk);
}
