import { h } from '../dom.js';
import { type Dictionary, type Language, otherThan } from '../text/text.js';

export interface BannerActions {
  readonly language: Language;
  /** The role signed in, or null. */
  readonly role: string | null;
  readonly signedIn: boolean;
  switchLanguage(language: Language): void;
  signOut(): void;
}

/** The top of the page: what this is, who asks, and the language. */
export function banner(text: Dictionary, actions: BannerActions): HTMLElement {
  const other = otherThan(actions.language);
  const role = actions.role && ((text.roles as Record<string, string>)[actions.role] ?? actions.role);
  return h(
    'header',
    { class: 'banner' },
    actions.signedIn && h('button', { type: 'button', class: 'skip', onclick: skip }, text.skip),
    h('img', { src: 'icon.svg', alt: '', width: 32, height: 32 }),
    h('h1', {}, text.title, h('span', { class: 'quiet' }, text.subtitle)),
    h(
      'div',
      { class: 'banner-side' },
      role && h('span', { class: 'quiet role' }, text.signedInAs(role)),
      h(
        'button',
        {
          type: 'button',
          class: 'plain',
          lang: other === 'zh' ? 'zh-CN' : 'en',
          'aria-label': text.language.label,
          onclick: () => actions.switchLanguage(other),
        },
        text.language.switchTo,
      ),
      actions.signedIn && h('button', { type: 'button', class: 'plain', onclick: actions.signOut }, text.signOut),
    ),
  );
}

/** A link to `#main` would be taken for a view. */
function skip(): void {
  document.getElementById('main')?.focus();
}
