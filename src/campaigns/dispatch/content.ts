import mustache from 'mustache';

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
export function problemOfTemplate(template: string, fields: readonly string[] = CONTENT_FIELDS): string | null {
  try {
    const wrong = namesIn(mustache.parse(template)).find(({ name }) => !fields.includes(name));
    return wrong === undefined ? null : `{{${wrong.name}}} is none of ${fields.join(', ')}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** As `problemOfTemplate`; and nothing of a person gets into HTML unescaped. */
export function problemOfHtml(template: string): string | null {
  const problem = problemOfTemplate(template);
  if (problem !== null) return problem;
  const bare = namesIn(mustache.parse(template)).find(({ kind }) => kind === '&');
  return bare === undefined ? null : `{{{${bare.name}}}} is not escaped: write {{${bare.name}}}`;
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
