import { EnvelopArmor } from '@escape.tech/graphql-armor';
import { type DocumentNode, GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ERROR_KINDS } from '../../kernel/error.js';
import { fieldCount, MOST_FIELDS } from './document-size.js';
import { boundedValues, valueProblem } from './value-bounds.js';

/** What a document may ask for at most; a connection with ties of ties is about 10 deep. */
export const DOCUMENT_LIMITS = {
  depth: 12,
  cost: 100_000,
  aliases: 30,
  directives: 20,
  tokens: 2000,
  /** Most bytes of a request's body. */
  body: 1_000_000,
} as const;

/** Reported like any other error of validation, so that the answer is a 400 with its place in the document. */
const reported = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(withCode(error.message))],
};

/** Limits on documents and variables, and in production no introspection and no suggestions of field names. */
export function limitPlugins(production: boolean): object[] {
  const { depth, cost, aliases, directives, tokens } = DOCUMENT_LIMITS;
  const { plugins } = new EnvelopArmor({
    maxDepth: { n: depth, ...reported },
    costLimit: { maxCost: cost, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5, ...reported },
    maxAliases: { n: aliases, ...reported },
    maxDirectives: { n: directives, ...reported },
    maxTokens: { n: tokens },
    blockFieldSuggestion: { enabled: production },
  }).protect();
  return [...plugins, boundsPlugin(production)];
}

function boundsPlugin(production: boolean): Plugin {
  return {
    onParams({ params: { variables } }) {
      const problem = variables == null ? null : valueProblem(variables);
      if (problem) throw withCode(`the variables hold a value that is ${problem}`, 400);
    },
    onValidate({ addValidationRule }) {
      addValidationRule(boundedValues);
      addValidationRule(boundedFields);
      if (production) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  };
}

/** Fragments that spread fragments can grow a short document into a long one. */
function boundedFields(context: ValidationContext): { Document: (node: DocumentNode) => void } {
  return {
    Document: (document) => {
      if (fieldCount(document) <= MOST_FIELDS) return;
      context.reportError(withCode(`the document asks for more than ${MOST_FIELDS} fields`));
    },
  };
}

function withCode(message: string, status?: number): GraphQLError {
  const extensions = { code: ERROR_KINDS.TOO_MUCH.code, hint: 'ask for less in one request' };
  return new GraphQLError(message.replace(/^Syntax Error: /, ''), {
    extensions: status === undefined ? extensions : { ...extensions, http: { status } },
  });
}
