import mustache from 'mustache';
import type { Words } from '../../kernel/words/issues.js';

/** What a text may name. Each is set or null for everybody, so that nothing else of that name can show. */
export const CONTENT_FIELDS = ['name', 'alias', 'city', 'tier', 'unsubscribeUrl'] as const;
export type ContentFields = Readonly<Record<(typeof CONTENT_FIELDS)[number], string | null>>;

/** The templates of a variant: of the Chinese ones each may be left out. */
export interface Texts {
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
  readonly subjectZh: string | null;
  readonly textZh: string | null;
  readonly htmlZh: string | null;
}

export interface Content {
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
}

/** What is wrong with a template, or null: only `{{field}}` and sections of the fields are allowed. */
export function problemOfTemplate(template: string, fields: readonly string[] = CONTENT_FIELDS): Words | null {
  try {
    const wrong = namesIn(mustache.parse(template)).find(({ name }) => !fields.includes(name));
    if (wrong === undefined) return null;
    const { name } = wrong;
    return {
      en: `{{${name}}} is none of ${fields.join(', ')}`,
      zh: `{{${name}}} 不在可用字段之内：${fields.join('、')}`,
    };
  } catch (error) {
    return brokenWords(error instanceof Error ? error.message : String(error));
  }
}

/** What the template library says of braces that do not fit, like `Unclosed tag at 12`, in both languages. */
function brokenWords(said: string): Words {
  const [, how, what, name, place] = /^(Unclosed|Unopened) (tag|section)(?: "(.*)")? at (\d+)$/s.exec(said) ?? [];
  if (how === undefined) return { en: `is no template: ${said}`, zh: '不是有效的模板，请检查花括号' };
  const at = `第 ${place} 个字附近`;
  if (what === 'tag') return { en: said, zh: `${at}的 {{ 没有对应的 }}` };
  const [from, to] = [`{{#${name}}}`, `{{/${name}}}`];
  return { en: said, zh: how === 'Unclosed' ? `${at}：${from} 没有对应的 ${to}` : `${at}的 ${to} 之前没有 ${from}` };
}

/** As `problemOfTemplate`; and nothing of a person gets into HTML unescaped. */
export function problemOfHtml(template: string): Words | null {
  const problem = problemOfTemplate(template);
  if (problem !== null) return problem;
  const bare = namesIn(mustache.parse(template)).find(({ kind }) => kind === '&');
  if (bare === undefined) return null;
  const [open, safe] = [`{{{${bare.name}}}}`, `{{${bare.name}}}`];
  return { en: `${open} is not escaped: write ${safe}`, zh: `${open} 不转义 HTML，请写作 ${safe}` };
}

/** The message for one person in their language, the Chinese one where there is one and they did not choose English. */
export function contentFor(texts: Texts, language: string | null, fields: ContentFields): Content {
  const zh = language !== 'en' && texts.textZh !== null;
  const subject = zh ? (texts.subjectZh ?? texts.subject) : texts.subject;
  const html = zh ? texts.htmlZh : texts.html;
  return {
    subject: subject === null ? null : render(subject, fields),
    text: render(zh ? texts.textZh! : texts.text, fields),
    html: html === null ? null : mustache.render(html, fields),
  };
}

/** The text for one person. Plain text: nothing is escaped, a link stays one. */
function render(template: string, fields: ContentFields): string {
  return mustache.render(template, fields, {}, { escape: String });
}

type Tokens = ReturnType<typeof mustache.parse>;
interface Named {
  readonly kind: string;
  readonly name: string;
}

function namesIn(tokens: Tokens): Named[] {
  return tokens.flatMap((token) => {
    const [kind, name] = token;
    if (kind === 'text' || kind === '!') return [];
    if (kind === '>' || kind === '=') return [{ kind, name: `${kind}${name}` }];
    return [{ kind, name }, ...(Array.isArray(token[4]) ? namesIn(token[4] as Tokens) : [])];
  });
}
