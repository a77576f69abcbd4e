import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import type { Request, RequestHandler, Response } from 'express';
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { generatedReader } from '../../graph/read.js';
import { type ApiContext, makeServices, type Shared } from '../../security/index.js';
import { askedValues } from '../gate/asked-values.js';
import { documentsReadOnce } from '../gate/documents.js';
import { forbiddenField } from '../gate/field-roles.js';
import { boundedVariables, DOCUMENT_LIMITS } from '../gate/limits.js';
import { limitRows } from '../gate/row-scope.js';
import { asked, viewerOf } from '../gate/viewer.js';
import { type Staleness, staleness } from '../schema/staleness.js';
import { maskYogaError, statusOfRefusals } from './errors.js';
import { readsBody } from './graphql-body.js';

export interface GraphQLServerOptions {
  readonly schema: GraphQLSchema;
  readonly shared: Shared;
  readonly production: boolean;
}

/** What @neo4j/graphql reads from the context: by what its statements run. */
interface GeneratedReadsContext {
  readonly executionContext: ReturnType<typeof generatedReader>;
}

interface Incoming {
  readonly req: Request;
  readonly res: Response;
}

type Context = ApiContext & GeneratedReadsContext;

const HEALTH = '/health';

/**
 * GraphQL over HTTP. The viewer is on the request already; every statement of the request is bound by the graph's time
 * limit.
 */
export function graphqlServer({ schema, shared, production }: GraphQLServerOptions): RequestHandler {
  const fixed: GeneratedReadsContext = { executionContext: generatedReader(shared.graph) };
  const yoga = createYoga<Incoming, Context>({
    ...PLAIN,
    schema,
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: `/graphql${HEALTH}`,
    maskedErrors: { maskError: maskYogaError(shared.log) },
    context: ({ req }) => ({ ...fixed, services: makeServices(shared, viewerOf(req)) }),
    plugins: [
      readsBody(DOCUMENT_LIMITS.body),
      useCSRFPrevention({ requestHeaders: ['authorization'] }),
      boundedVariables,
      documentsReadOnce(production),
      gate({ schema, production }, staleness(shared.graph.library)),
      statusOfRefusals,
    ],
  });
  return async (request, response, next) => {
    if (request.path !== '/' && request.path !== HEALTH) return next();
    await yoga.requestListener(request, response);
  };
}

/** What of Yoga is done elsewhere, or not wanted. */
const PLAIN = {
  logging: false,
  landingPage: false,
  graphiql: false, // graphiqlPage does it
  cors: false, // the app does it
  multipart: false,
  batching: false,
  maxRequestBodySize: false, // readsBody does it
  parserAndValidationCache: false, // documentsReadOnce does it
} as const;

type Gated = Pick<GraphQLServerOptions, 'schema' | 'production'>;

/**
 * Refuses what the policy keeps from the viewer before anything runs, limits reads to the viewer's rows, and notes the
 * operation's name for the log.
 */
function gate({ schema, production }: Gated, stale: Staleness): Plugin<Context & Incoming> {
  return {
    onExecute({ args, setExecuteFn, setResultAndStopExecution }) {
      const { contextValue, document } = args;
      const operation = args.operationName ?? firstName(document);
      if (operation) asked(contextValue.req).operation = operation.slice(0, 60);
      const { viewer } = contextValue.services;
      const params = { document, operationName: args.operationName, variables: args.variableValues };
      const values = askedValues(schema, params, production);
      if ('problem' in values) return setResultAndStopExecution({ errors: [values.problem] });
      const { variables } = values;
      const forbidden = forbiddenField(schema, { document, variables }, viewer);
      if (forbidden) return setResultAndStopExecution({ errors: [forbidden] });
      if (viewer.scope) args.document = limitRows(schema, document, { scope: viewer.scope, variables });
      setExecuteFn((given: ExecutionArgs) => executed(given, stale));
    },
  };
}

/** The answer, with how old the scores in it are. */
async function executed(args: ExecutionArgs, { stateFor }: Staleness): Promise<ExecutionResult> {
  const state = stateFor(args.document, (args.contextValue as Context).services);
  const result = await execute(args);
  const analysis = await state;
  return analysis === null ? result : { ...result, extensions: { ...result.extensions, analysis } };
}

function firstName({ definitions }: DocumentNode): string | undefined {
  const first = definitions.find((definition) => definition.kind === 'OperationDefinition');
  return first?.kind === 'OperationDefinition' ? first.name?.value : undefined;
}
