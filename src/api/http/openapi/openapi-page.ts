import type { Language } from '../../../kernel/language.js';
import { ABOUT, type openApiDocument, ROLES, SIGNED, SUMMARY_ZH } from './openapi.js';

type Document = ReturnType<typeof openApiDocument>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema?: { readonly type?: unknown; readonly default?: unknown; readonly description?: string };
}

interface Operation {
  readonly summary?: string;
  readonly [SUMMARY_ZH]?: string;
  readonly [ROLES]?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { schema?: unknown; example?: unknown }>> };
  readonly responses?: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: unknown }>> }>>;
}

interface Words {
  readonly about: string;
  readonly forPrograms: string;
  readonly send: string;
  readonly roles: string;
  readonly signed: string;
  readonly standard: string;
  readonly like: string;
  readonly or: string;
  readonly body: string;
  readonly answer: string;
  readonly other: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    about: ABOUT,
    forPrograms: 'For programs',
    send: 'with each request.',
    roles: 'For',
    signed: SIGNED,
    standard: 'default',
    like: 'like',
    or: 'or',
    body: 'What the body may hold',
    answer: 'What is answered',
    other: '中文',
  },
  zh: {
    about: '把企业的客户看作一张关系网。对图的读取在 /graphql。',
    forPrograms: '供程序使用',
    send: '随每个请求发送。',
    roles: '可用角色：',
    signed: '以签名代替令牌。',
    standard: '默认',
    like: '例如',
    or: '或',
    body: '请求正文可包含',
    answer: '返回内容',
    other: 'English',
  },
};

export interface PageOptions {
  /** Where requests go: the server that answered. */
  readonly server: string;
  readonly language: Language;
}

/**
 * The document as one page of HTML in a language: no script, nothing from elsewhere, so that it opens without a
 * network. What parameters and answers mean is in English in both: it is the document's own text.
 */
export function openApiPage(document: Document, options: PageOptions): string {
  const { language } = options;
  const words = WORDS[language];
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  );
  const links = operations.map((one) => `<li><a href="#${idOf(one)}">${escaped(titleOf(one))}</a></li>`);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Guanxi REST</title><style>${STYLE}</style></head>
<body><h1>Guanxi REST</h1>
<p>${escaped(words.about)} ${words.forPrograms}: <a href="openapi.json">openapi.json</a>.
<code>Authorization: Bearer TOKEN</code> ${words.send} <a href="?lang=${language === 'zh' ? 'en' : 'zh'}">${words.other}</a></p>
<ul class="index">${links.join('')}</ul>
${operations.map((one) => sectionOf(one, options)).join('\n')}
</body></html>
`;
}

interface Placed {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function sectionOf(one: Placed, { server, language }: PageOptions): string {
  const words = WORDS[language];
  const {
    summary = '',
    [SUMMARY_ZH]: summaryZh = summary,
    [ROLES]: roles,
    parameters = [],
    requestBody,
    responses = {},
  } = one.operation;
  const who = roles ? `${words.roles} ${roles.join(', ')}` : words.signed;
  const body = requestBody?.content?.['application/json'];
  const answer = Object.values(responses)[0]?.content?.['application/json']?.schema;
  return `<section id="${idOf(one)}"><h2>${escaped(titleOf(one))}</h2>
<p>${escaped(language === 'zh' ? summaryZh : summary)} <em>${escaped(who)}</em></p>
${parameters.length > 0 ? tableOf(parameters, words) : ''}
<pre>${escaped(curlOf(one, server))}</pre>
${body ? detailsOf(words.body, body.schema) : ''}${answer ? detailsOf(words.answer, answer) : ''}</section>`;
}

function tableOf(parameters: readonly Parameter[], words: Words): string {
  const rows = parameters.map(({ name, in: place, required, schema, description, example }) => {
    const standard = schema?.default === undefined ? '' : `${words.standard} ${JSON.stringify(schema.default)}`;
    const shown = example === undefined ? '' : `${words.like} ${JSON.stringify(example)}`;
    const about = [description ?? schema?.description ?? '', standard, shown].filter(Boolean).join('; ');
    const type = [schema?.type].flat().join(` ${words.or} `);
    return `<tr><td><code>${escaped(name)}</code>${required ? ' *' : ''}</td><td>${place}</td><td>${escaped(type)}</td><td>${escaped(about)}</td></tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

/** The request of the example, as one types it. */
function curlOf({ path, method, operation: { parameters = [], requestBody } }: Placed, server: string): string {
  const given = parameters.filter(({ example }) => example !== undefined);
  const filled = given
    .filter((one) => one.in === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path);
  const query = given
    .filter((one) => one.in === 'query')
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  const url = `${server}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const body = requestBody?.content?.['application/json']?.example;
  const sent = body === undefined ? '' : ` \\\n  -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
  return `curl -s${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${url}' -H "authorization: Bearer $TOKEN"${sent}`;
}

function detailsOf(title: string, schema: unknown): string {
  return `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function titleOf({ path, method }: Placed): string {
  return `${method.toUpperCase()} ${path}`;
}

function idOf({ path, method }: Placed): string {
  return `${method}${path.replaceAll(/\W+/g, '-')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2733}
h2{font-size:1.05rem;font-family:ui-monospace,monospace;border-top:1px solid #d8dee6;padding-top:1rem}
pre{background:#f4f6f9;padding:.7rem;overflow:auto;font-size:.82rem}table{border-collapse:collapse;font-size:.9rem}
td{border-bottom:1px solid #e6eaf0;padding:.25rem .7rem .25rem 0;vertical-align:top}.index{columns:2;font-size:.85rem}`;
