import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RequestHandler } from 'express';
import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { Library } from '../../graph/library/library.js';
import { packageRoot } from '../../kernel/root.js';
import type { Example } from '../examples/change.js';
import { derivedExamples } from '../examples/derived.js';
import { examplesOfChanges } from '../examples/tabs-of-changes.js';
import { publishedQuestions } from '../schema/published.js';

/** What the API is: its schema, and the library that its questions come from. */
export interface Described {
  readonly schema: GraphQLSchema;
  readonly library: Library;
}

/**
 * The worked examples of all areas in the order of their numbers, then those that follow from schema and questions,
 * then changes to try.
 */
export function examples({ schema, library }: Described): Example[] {
  const worked = workedExamples();
  const fields = worked
    .flatMap(({ query }) => operationsIn(query))
    .flatMap(({ selectionSet }) => selectionSet.selections);
  const asked = new Set(fields.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : [])));
  const derived = derivedExamples(schema, publishedQuestions(library), asked);
  return [...worked, ...derived, ...examplesOfChanges(schema, new Date())];
}

function operationsIn(query: string): OperationDefinitionNode[] {
  return parse(query).definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
}

/** The worked examples of all areas, in the order of their numbers. */
export function workedExamples(): Example[] {
  const folder = join(packageRoot, 'src', 'api', 'examples');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  return files
    .map((file) => ({ name: basename(file), query: readFileSync(join(folder, file), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const SCRIPT = '<div id="root"></div>\n\n      <script>';

/**
 * GraphiQL with the examples as tabs and, where one is given, a development token in its headers; nothing comes from
 * another host.
 */
export function graphiqlPage(described: Described, token: (() => Promise<string>) | null): RequestHandler {
  let page: Promise<string> | undefined;
  return async (request, response, next) => {
    if (request.method !== 'GET' || request.query.query !== undefined || !wantsPage(request.headers.accept))
      return next();
    page ??= render(described, token && (await token()));
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', policy(nonce));
    response.type('html').send((await page).replace(SCRIPT, SCRIPT.replace('<script>', `<script nonce="${nonce}">`)));
  };
}

function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') === true;
}

/** The page's package holds all its scripts, 9 MB: it is loaded when somebody opens the page. */
async function render(described: Described, token: string | null): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const headers = JSON.stringify({ Authorization: `Bearer ${token ?? 'TOKEN'}` }, null, 2);
  return renderGraphiQL({
    title: 'Guanxi GraphiQL',
    endpoint: '/graphql',
    headers,
    defaultHeaders: headers,
    shouldPersistHeaders: false,
    defaultTabs: examples(described).map(({ query, variables }) => ({
      query,
      headers,
      ...(variables ? { variables } : {}),
    })),
  });
}

/** GraphiQL's editor writes its styles and starts its workers itself. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob:',
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
