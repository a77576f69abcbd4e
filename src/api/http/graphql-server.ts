import type { IncomingMessage } from 'node:http';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Library } from '../../graph/library/library.js';
import { generatedReader } from '../../graph/read.js';
import { type ApiContext, makeServices, type Shared } from '../../security/index.js';
import { askedValues } from '../gate/asked-values.js';
import { documentReader } from '../gate/documents.js';
import { forbiddenField } from '../gate/field-roles.js';
import { DOCUMENT_LIMITS, variablesProblem } from '../gate/limits.js';
import { limitRows } from '../gate/row-scope.js';
import { asked, viewerOf } from '../gate/viewer.js';
import { staleness } from '../schema/staleness.js';
import { limitBody } from './body-limit.js';
import { maskGraphQLError } from './errors.js';

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
  readonly req: IncomingMessage;
}

/**
 * GraphQL over HTTP. The viewer is on the request already; every statement of the request is bound by the graph's time
 * limit.
 */
export function graphqlServer({ schema, shared, production }: GraphQLServerOptions) {
  const fixed: GeneratedReadsContext = { executionContext: generatedReader(shared.graph) };
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
    parserAndValidationCache: false, // readOnce does it
    healthCheckEndpoint: '/graphql/health',
    maskedErrors: { maskError: maskGraphQLError(shared.log) },
    context: ({ req }) => ({ ...fixed, services: makeServices(shared, viewerOf(req)) }),
    plugins: [
      limitBody(DOCUMENT_LIMITS.body),
      useCSRFPrevention({ requestHeaders: ['authorization'] }),
      readOnce(schema, production),
      gate(schema, production),
      ages(shared.graph.library),
    ],
  });
}

/** Documents are parsed and validated within the limits, each text once; variables are bounded before. */
function readOnce(schema: GraphQLSchema, production: boolean): Plugin {
  const read = documentReader(schema, production);
  const errorsOf = new WeakMap<DocumentNode, ReturnType<typeof read>['errors']>();
  return {
    onParams({ params: { variables } }) {
      const problem = variablesProblem(variables);
      if (problem) throw problem;
    },
    onParse({ params: { source }, setParseFn }) {
      setParseFn(() => {
        const { document, errors } = read(typeof source === 'string' ? source : source.body);
        if (!document) throw errors[0]!;
        errorsOf.set(document, errors);
        return document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      const errors = errorsOf.get(documentAST);
      if (errors) setResult([...errors]);
    },
  };
}

/**
 * Refuses what the policy keeps from the viewer before anything runs, limits reads to the viewer's rows, and notes the
 * operation's name for the log.
 */
function gate(schema: GraphQLSchema, production: boolean): Plugin<ApiContext & Incoming> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { contextValue, document } = args;
      const operation = args.operationName ?? firstName(document);
      if (operation) asked(contextValue.req).operation = operation.slice(0, 60);
      const { viewer } = contextValue.services;
      const given = { document, operationName: args.operationName, variables: args.variableValues };
      const values = askedValues(schema, given, production);
      if ('problem' in values) return setResultAndStopExecution({ errors: [values.problem] });
      const { variables } = values;
      const forbidden = forbiddenField(schema, { document, variables }, viewer);
      if (forbidden) setResultAndStopExecution({ errors: [forbidden] });
      else if (viewer.scope) args.document = limitRows(schema, document, { scope: viewer.scope, variables });
    },
  };
}

/** Answers that rest on an analysis run say how old it is. */
function ages(library: Library): Plugin<ApiContext> {
  const { stateFor } = staleness(library);
  return {
    onExecute({ args }) {
      const state = stateFor(args.document, args.contextValue.services);
      if (state === null) return undefined;
      return {
        onExecuteDone: async ({ result, setResult }) => {
          const analysis = await state;
          if (analysis !== null && !(Symbol.asyncIterator in result))
            setResult({ ...result, extensions: { ...result.extensions, analysis } });
        },
      };
    },
  };
}

function firstName({ definitions }: DocumentNode): string | undefined {
  const first = definitions.find((definition) => definition.kind === 'OperationDefinition');
  return first?.kind === 'OperationDefinition' ? first.name?.value : undefined;
}
