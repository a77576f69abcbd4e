import type { IncomingMessage } from 'node:http';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { type ApiContext, makeServices, type Shared } from '../../security/index.js';
import { forbiddenField } from '../gate/field-roles.js';
import { DOCUMENT_LIMITS, limitPlugins } from '../gate/limits.js';
import { limitRows } from '../gate/row-scope.js';
import { asked, viewerOf } from '../gate/viewer.js';
import { stalenessPlugin } from '../schema/staleness.js';
import { limitBody } from './body-limit.js';
import { maskGraphQLError } from './errors.js';

export interface GraphQLServerOptions {
  readonly schema: GraphQLSchema;
  readonly shared: Shared;
  readonly production: boolean;
}

/** What @neo4j/graphql reads from the context: which database, and how long a statement may run. */
interface GeneratedReadsContext {
  readonly executionContext: unknown;
  readonly sessionConfig: { readonly database: string };
  readonly transaction: { readonly timeout: number };
}

interface Incoming {
  readonly req: IncomingMessage;
}

/** GraphQL over HTTP. The viewer is on the request already; every statement of the request is bound by the graph's time limit. */
export function graphqlServer({ schema, shared, production }: GraphQLServerOptions) {
  const { driver, database, timeoutMs } = shared.graph;
  const fixed: GeneratedReadsContext = {
    executionContext: driver,
    sessionConfig: { database },
    transaction: { timeout: timeoutMs },
  };
  return createYoga<Incoming, ApiContext & GeneratedReadsContext>({
    schema,
    graphqlEndpoint: '/graphql',
    logging: false,
    landingPage: false,
    graphiql: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false, // limitBody does it
    healthCheckEndpoint: '/graphql/health',
    maskedErrors: { maskError: maskGraphQLError(shared.log) },
    context: ({ req }) => ({ ...fixed, services: makeServices(shared, viewerOf(req)) }),
    plugins: [
      limitBody(DOCUMENT_LIMITS.body),
      useCSRFPrevention({ requestHeaders: ['authorization'] }),
      ...limitPlugins(production),
      rolesPlugin(schema),
      stalenessPlugin(shared.graph.library),
    ],
  });
}

/** Refuses what the policy keeps from the viewer before anything runs, limits reads to their rows, and notes the operation's name for the log. */
function rolesPlugin(schema: GraphQLSchema): Plugin<ApiContext & Incoming> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { contextValue, document } = args;
      const operation = args.operationName ?? firstName(document);
      if (operation) asked(contextValue.req).operation = operation.slice(0, 60);
      const { viewer } = contextValue.services;
      const variables = args.variableValues ?? {};
      const forbidden = forbiddenField(schema, { document, variables }, viewer);
      if (forbidden) setResultAndStopExecution({ errors: [forbidden] });
      else if (viewer.scope) args.document = limitRows(schema, document, { scope: viewer.scope, variables });
    },
  };
}

function firstName({
  definitions,
}: {
  definitions: readonly { kind: string; name?: { value: string } | undefined }[];
}) {
  return definitions.find(({ kind }) => kind === 'OperationDefinition')?.name?.value;
}
