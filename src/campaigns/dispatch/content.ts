import mustache from 'mustache';

/** What a text may name. Each is set or null for everybody, so that nothing else of that name can show. */
const CONTENT_FIELDS = ['name', 'alias', 'city'] as const;
export type ContentFields = Readonly<Record<(typeof CONTENT_FIELDS)[number], string | null>>;

/** What is wrong with a template, or null: only `{{field}}` and sections of declared fields are allowed. */
export function problemOfTemplate(template: string): string | null {
  try {
    const wrong = namesIn(mustache.parse(template)).find(
      (name) => !(CONTENT_FIELDS as readonly string[]).includes(name),
    );
    return wrong === undefined ? null : `{{${wrong}}} is none of ${CONTENT_FIELDS.join(', ')}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The text for one person. Plain text: nothing is escaped. */
export function render(template: string, fields: ContentFields): string {
  return mustache.render(template, fields, {}, { escape: String });
}

type Tokens = ReturnType<typeof mustache.parse>;

function namesIn(tokens: Tokens): string[] {
  return tokens.flatMap((token) => {
    const [kind, name] = token;
    if (kind === 'text' || kind === '!') return [];
    if (kind === '>' || kind === '=') return [`${kind}${name}`];
    return [name, ...(Array.isArray(token[4]) ? namesIn(token[4] as Tokens) : [])];
  });
}
