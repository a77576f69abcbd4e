import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Statement } from '../../../graph/library/header.js';
import { triedExamples } from '../../../graph/library/tried.js';
import { SIGNED_BY } from '../../../kernel/signature.js';
import { type Declared, type RestEndpoint, rolesAllowed } from '../../../security/index.js';
import { REST_EXAMPLES } from '../../examples/rest.js';
import { type Operations, operationNamed } from '../../gate/operations.js';
import { questionQuery, questionResponse } from '../../schema/question-zod.js';

extendZodWithOpenApi(z);

const ERROR = z.object({
  error: z.object({
    code: z.string().describe('closed list, like FORBIDDEN'),
    message: z.string().describe('what, in one line'),
    hint: z.string().describe('what to do about it'),
    faults: z
      .array(z.object({ path: z.string(), text: z.string(), textZh: z.string() }))
      .optional()
      .describe('each wrong field of the input, and what is wrong with it in English and Chinese'),
    id: z.string().optional().describe('finds the log line of an unexpected error'),
  }),
});

/** Where an operation has its summary in Chinese, and the roles that it is for; one that is signed has none. */
export const SUMMARY_ZH = 'x-summary-zh';
export const ROLES = 'x-roles';
/** What the document says by itself. */
export const ABOUT = "A company's customers as a network. Reads of the graph are on /graphql.";
export const SIGNED = 'Signed in place of a token.';

/** The OpenAPI 3.1 document of everything under /api, from the same schemas that check the requests. */
export function openApiDocument(
  endpoints: readonly RestEndpoint[],
  questions: ReadonlyMap<string, Statement>,
  operations: Operations,
): Document {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  registry.registerComponent('securitySchemes', 'signature', {
    ...{ type: 'apiKey', in: 'header', name: SIGNED_BY.signature },
    description: '`sha256=` and the HMAC-SHA-256 of `TIMESTAMP.BODY` under the secret of the channel, in hexadecimal',
  });
  const error = registry.register('Error', ERROR);
  const failures = { default: { description: 'What went wrong, and what to do.', content: json(error) } };
  for (const endpoint of endpoints)
    registry.registerPath({ ...pathOf(endpoint, operations), responses: { ...success(endpoint), ...failures } });
  for (const [name, statement] of questions)
    registry.registerPath({
      method: 'get',
      path: `/api/questions/${name}`,
      operationId: `ask-${name}`,
      summary: statement.title,
      ...inChinese(statement.titleZh!),
      ...forRoles(operations.get(name)!),
      security: [{ token: [] }],
      request: { query: questionQuery(statement) },
      responses: { 200: { description: 'The rows.', content: json(questionResponse(statement)) }, ...failures },
    });
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Guanxi',
      version: '1',
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  });
  return withExamples(document, questions);
}

/** Each parameter with the value that the `try` line of its question, or the example of its endpoint, has for it. */
function withExamples(document: Document, questions: ReadonlyMap<string, Statement>): Document {
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods as Record<string, Described>)) {
      const question = questions.get(path.replace('/api/questions/', ''));
      const { params, query, body } = REST_EXAMPLES[`${method} ${path}`] ?? {
        query: question ? triedExamples(question) : {},
      };
      const values: Readonly<Record<string, unknown>> = { ...params, ...query };
      for (const parameter of operation.parameters ?? [])
        if (values[parameter.name] !== undefined) parameter.example = values[parameter.name];
      const content = operation.requestBody?.content['application/json'];
      if (content && body) content.example = body;
    }
  return document;
}

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;

interface Described {
  readonly parameters?: { readonly name: string; example?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { example?: unknown }>> };
}

/** The summary in Chinese, as an extension of the document. */
function inChinese(summary: string) {
  return { [SUMMARY_ZH]: summary };
}

function forRoles(operation: Declared) {
  const roles = rolesAllowed(operation);
  return { description: `For ${roles.join(', ')}.`, [ROLES]: roles };
}

const HEADERS = z.object({
  [SIGNED_BY.timestamp]: z
    .string()
    .regex(/^\d{10}$/)
    .describe('seconds since 1970, within five minutes of now'),
});

function pathOf(endpoint: RestEndpoint, operations: Operations) {
  const { method, path, summary, summaryZh, operation, params, query, body } = endpoint;
  const signed = 'secrets' in endpoint;
  return {
    method,
    path,
    operationId: `${method}-${path
      .replace(/^\/api\//, '')
      .replaceAll(/[/{}]+/g, '-')
      .replace(/-$/, '')}`,
    summary,
    ...inChinese(summaryZh),
    ...(signed ? { description: SIGNED } : forRoles(operationNamed(operations, operation, path))),
    security: [signed ? { signature: [] } : { token: [] }],
    request: {
      ...(signed ? { headers: HEADERS } : {}),
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(body ? { body: { required: true, content: json(body) } } : {}),
    },
  };
}

function success({ response, status = 200, summary }: RestEndpoint) {
  return { [status]: { description: summary, content: json(response) } };
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema } };
}
