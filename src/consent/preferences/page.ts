import type { Language } from '../../kernel/language.js';
import { wordFor } from '../../kernel/vocabulary.js';
import { SEALED_FIELDS } from '../../security/index.js';
import type { UseDecision } from '../contact.service.js';
import type { Done } from './action.service.js';
import type { Preferences, PurposeShown } from './preferences.service.js';
import { type Words, wordsOf } from './words.js';

export interface PageParts {
  readonly language: Language;
  /** Of this answer: the only styles that the page may use. */
  readonly nonce: string;
}

export interface FormParts extends PageParts {
  /** The page's own path. */
  readonly path: string;
  /** Signed, so that only a form of this page is taken. */
  readonly form: string;
  readonly done: Done | null;
}

/** The page: plain HTML, forms only, no script and nothing from elsewhere; fit for a phone. */
export function preferencePage(preferences: Preferences, parts: FormParts): string {
  const words = wordsOf(parts.language);
  const { known } = preferences;
  const other = parts.language === 'zh' ? 'en' : 'zh';
  return htmlOf(parts, [
    `<p class="end"><a href="${escaped(parts.path)}?lang=${other}" lang="${other}">${words.other}</a></p>`,
    `<h1>${words.title}</h1>`,
    parts.done ? `<p class="done" role="status">${words.done[parts.done]}</p>` : '',
    `<p>${words.intro}</p>`,
    known.doNotContact ? `<p class="note">${words.banned}</p>` : '',
    preferences.choices.some(({ reason }) => reason === 'RESTRICTED') ? `<p class="note">${words.restricted}</p>` : '',
    known.child ? `<p class="note">${words.child}</p>` : '',
    `<form method="post" action="${escaped(parts.path)}?lang=${parts.language}"><input type="hidden" name="form" value="${escaped(parts.form)}">`,
    button('withdraw-all', words.stopAll, { look: 'strong' }),
    known.doNotContact ? button('unban', words.unban) : button('ban', words.ban),
    `<h2>${words.choices}</h2>`,
    ...preferences.purposes.map((purpose) => purposeOf(purpose, preferences, parts.language)),
    messagesOf(preferences, words),
    `<h2>${words.known}</h2>${knownOf(preferences, parts.language)}<p class="small">${words.knownHow}</p>`,
    `<h2>${words.worked}</h2>${workedOf(preferences, parts.language)}`,
    `<h2>${words.rights}</h2><p>${words.rightsHow}</p>`,
    button('copy', words.copy) + button('correct', words.correct) + button('erase', words.erase),
    '</form>',
  ]);
}

/** A page with one sentence, for a link that does not hold or a form that is to be sent again. */
export function sentencePage(parts: PageParts, sentence: 'gone' | 'again'): string {
  const words = wordsOf(parts.language);
  return htmlOf(parts, [`<h1>${words.title}</h1><p>${words[sentence]}</p>`]);
}

function purposeOf(purpose: PurposeShown, { choices }: Preferences, language: Language): string {
  const words = wordsOf(language);
  const text = (language === 'zh' ? purpose.textZh : purpose.text) ?? purpose.purposeId;
  const own = choices.filter((choice) => choice.purpose === purpose.purposeId);
  if (own.some(({ reason }) => reason === 'LEGAL_BASIS'))
    return `<section><p>${escaped(text)}</p><p class="small">${words.basis}</p></section>`;
  const rows = own.map((choice) => choiceOf(choice, purpose.version, words));
  return `<section><p>${escaped(text)}</p><ul>${rows.join('')}</ul></section>`;
}

/** Channel and language of messages, as buttons: the one that holds is pressed. */
function messagesOf({ known }: Preferences, words: Words): string {
  const { ALL: _all, ...channels } = words.channels;
  const row = (name: string, held: string | null, labels: Readonly<Record<string, string>>) =>
    ['', ...Object.keys(labels)].map((one) => {
      const on = (held ?? '') === one;
      return button(`prefer:${name}:${one}`, one === '' ? words.none : labels[one]!, { pressed: on });
    });
  const channel = `<p>${words.preferred}</p><p>${row('preferredChannel', known.preferredChannel, channels).join(' ')}</p>`;
  const language = `<p>${words.language}</p><p>${row('language', known.language, words.languages).join(' ')}</p>`;
  return `<h2>${words.messages}</h2>${channel}${language}<p class="small">${words.messagesHow}</p>`;
}

function choiceOf({ purpose, channel, reason, until }: UseDecision, version: string | null, words: Words): string {
  const held = reason === 'CONSENTED';
  const end = held && until ? ` ${words.until} ${until.toISOString().slice(0, 10)}` : '';
  const act = held
    ? button(`withdraw:${purpose}:${channel}`, words.withdraw)
    : button(`give:${purpose}:${channel}:${version ?? ''}`, words.give);
  const name = channel === 'ALL' ? '' : `<b>${words.channels[channel]}</b> `;
  return `<li><span>${name}${held ? words.on + end : words.off}</span> ${act}</li>`;
}

function knownOf({ personal, known }: Preferences, language: Language): string {
  const words = wordsOf(language);
  const fields = SEALED_FIELDS.flatMap((field) => {
    const value = personal?.[field];
    return value ? [`<dt>${words.fields[field]}</dt><dd>${escaped(value)}</dd>`] : [];
  });
  const facts = (Object.keys(words.facts) as (keyof Words['facts'])[]).flatMap((fact) => {
    const value = known[fact];
    if (value === null) return [];
    const shown = fact === 'city' || fact === 'tier' ? wordFor(fact, String(value), language) : String(value);
    return [`<dt>${words.facts[fact]}</dt><dd>${escaped(shown)}</dd>`];
  });
  return `<dl>${[...fields, ...facts].join('')}</dl>`;
}

/** Scores in plain words, each with what it was worked out from. */
function workedOf({ known }: Preferences, language: Language): string {
  const words = wordsOf(language);
  const lines: [string, string | number | null][] = [
    [words.influence, known.influence === null ? null : Math.round(known.influence)],
    [words.segment, (language === 'zh' ? known.segmentZh : known.segment) ?? known.segment],
    [words.community, (language === 'zh' ? known.communityZh : known.community) ?? known.community],
  ];
  const shown = known.profiled ? lines.filter(([, value]) => value !== null) : [];
  if (shown.length === 0) return `<p>${words.workedNot}</p>`;
  return `<ul>${shown.map(([line, value]) => `<li>${line.replace('{n}', escaped(String(value)))}</li>`).join('')}</ul>`;
}

interface Look {
  readonly look?: string;
  /** Whether it says what holds now; left out where a button only does something. */
  readonly pressed?: boolean;
}

function button(value: string, label: string, { look, pressed }: Look = {}): string {
  const more = `${look ? ` class="${look}"` : ''}${pressed === undefined ? '' : ` aria-pressed="${pressed}"`}`;
  return `<button name="do" value="${escaped(value)}"${more}>${label}</button>`;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}ul{list-style:none;padding:0}li{display:flex;justify-content:space-between;
gap:.5rem;align-items:center;padding:.3rem 0;border-top:1px solid #ddd}dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1rem}
dd{margin:0}button{font:inherit;min-height:2.75rem;padding:.3rem .9rem;margin:.2rem 0;border:1px solid #555;border-radius:.4rem;background:#fff;
color:inherit}[aria-pressed=true]{background:#1a1a1a;color:#fff}
.strong{background:#8a1c1c;color:#fff;border-color:#8a1c1c}.small{font-size:.85rem;color:#555}.end{text-align:right}
.done{background:#e6f4e6;padding:.6rem}.note{background:#fff4d6;padding:.6rem}section{margin:1rem 0}`;

function htmlOf({ language, nonce }: PageParts, body: readonly string[]): string {
  const { title } = wordsOf(language);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style nonce="${nonce}">${STYLE}</style>`;
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body.join('\n')}</body></html>`;
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => MARKS[mark]!);
}
