import type { Request, RequestHandler, Response } from 'express';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { createHandler, type OperationArgs, type RequestParams } from 'graphql-http';
import { generatedReader } from '../../graph/read.js';
import { type ApiContext, makeServices, type Shared } from '../../security/index.js';
import { askedValues } from '../gate/asked-values.js';
import { documentReader, type ReadDocument } from '../gate/documents.js';
import { forbiddenField } from '../gate/field-roles.js';
import { DOCUMENT_LIMITS, variablesProblem } from '../gate/limits.js';
import { limitRows } from '../gate/row-scope.js';
import { asked, viewerOf } from '../gate/viewer.js';
import { type Staleness, staleness } from '../schema/staleness.js';
import { maskGraphQLError } from './errors.js';
import { bodyOf } from './graphql-body.js';

export interface GraphQLServerOptions {
  readonly schema: GraphQLSchema;
  readonly shared: Shared;
  readonly production: boolean;
}

/** What @neo4j/graphql reads from the context: by what its statements run. */
interface GeneratedReadsContext {
  readonly executionContext: ReturnType<typeof generatedReader>;
}

type Context = ApiContext & GeneratedReadsContext;
type Handled = Context & Record<PropertyKey, unknown>;

/**
 * GraphQL over HTTP. The viewer is on the request already; every statement of the request is bound by the graph's time
 * limit.
 */
export function graphqlServer({ schema, shared, production }: GraphQLServerOptions): RequestHandler {
  const fixed: GeneratedReadsContext = { executionContext: generatedReader(shared.graph) };
  const contextOf = (request: Request): Handled => ({ ...fixed, services: makeServices(shared, viewerOf(request)) });
  const read = documentReader(schema, production);
  const stale = staleness(shared.graph.library);
  const handler = createHandler<Request, undefined, Handled>({
    onSubscribe: ({ raw }, params) =>
      argsOf({ schema, read, production }, raw, { params, contextValue: contextOf(raw) }),
    execute: ((args: ExecutionArgs) => executed(args, stale)) as typeof execute,
    formatError: formatOf(maskGraphQLError(shared.log)),
  });
  return async (request, response, next) => {
    if (request.path !== '/') return next();
    const { method, headers, url } = request;
    const body = method === 'POST' ? await bodyOf(request, DOCUMENT_LIMITS.body) : null;
    const [text, { status, headers: own = {} }] = await handler({
      method,
      url,
      headers,
      body,
      raw: request,
      context: undefined,
    });
    send(response, text, { status, own });
  };
}

function send(
  response: Response,
  text: string | null,
  { status, own }: { status: number; own: Record<string, string> },
) {
  const length = text === null ? {} : { 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...own, ...length }).end(text ?? undefined);
}

interface Reading {
  readonly schema: GraphQLSchema;
  readonly read: ReadDocument;
  readonly production: boolean;
}

interface Asking {
  readonly params: RequestParams;
  readonly contextValue: Handled;
}

/**
 * What is to be executed, or why it is refused: a document that is none, too much in it or its variables, and what the
 * policy keeps from the viewer. Limits reads to the viewer's rows, and notes the operation's name for the log.
 */
function argsOf(
  { schema, read, production }: Reading,
  request: Request,
  { params, contextValue }: Asking,
): OperationArgs<Handled> | readonly GraphQLError[] {
  const problem = variablesProblem(params.variables);
  if (problem) return [problem];
  const document = read(params.query);
  if (!('kind' in document)) return document;
  const operation = params.operationName ?? firstName(document);
  if (operation) asked(request).operation = operation.slice(0, 60);
  const { viewer } = contextValue.services;
  const values = askedValues(schema, { ...params, document }, production);
  if ('problem' in values) return [values.problem];
  const { variables } = values;
  const forbidden = forbiddenField(schema, { document, variables }, viewer);
  if (forbidden) return [forbidden];
  const limited = viewer.scope ? limitRows(schema, document, { scope: viewer.scope, variables }) : document;
  return {
    schema,
    document: limited,
    contextValue,
    operationName: params.operationName,
    variableValues: params.variables,
  };
}

/** The answer, with how old the scores in it are. */
async function executed(args: ExecutionArgs, { stateFor }: Staleness): Promise<ExecutionResult> {
  const state = stateFor(args.document, (args.contextValue as Context).services);
  const result = await execute(args);
  const analysis = await state;
  return analysis === null ? result : { ...result, extensions: { ...result.extensions, analysis } };
}

/** The handler's own errors are plain ones: they tell what is wrong with the request. */
function formatOf(mask: (error: unknown) => Error) {
  return (error: Readonly<GraphQLError | Error>) =>
    error instanceof GraphQLError
      ? mask(error)
      : new GraphQLError(error.message, {
          extensions: { code: 'BAD_USER_INPUT', hint: 'send a JSON object with `query`' },
        });
}

function firstName({ definitions }: DocumentNode): string | undefined {
  const first = definitions.find((definition) => definition.kind === 'OperationDefinition');
  return first?.kind === 'OperationDefinition' ? first.name?.value : undefined;
}
