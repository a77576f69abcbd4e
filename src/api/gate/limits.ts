import { EnvelopArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationContext, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ERROR_KINDS } from '../../kernel/error.js';
import { ILL_FORMED, illFormedIn } from '../../kernel/text.js';
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
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(tooMuch(error.message))],
};

interface ArmorPlugin {
  onValidate?(given: { addValidationRule(rule: ValidationRule): void }): unknown;
}

/**
 * Rules of validation that bound documents, and in production refuse introspection. Tokens are bounded by the parser.
 */
export function limitRules(production: boolean): ValidationRule[] {
  const { depth, cost, aliases, directives } = DOCUMENT_LIMITS;
  const { plugins } = new EnvelopArmor({
    maxDepth: { n: depth, ...reported },
    costLimit: { maxCost: cost, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5, ...reported },
    maxAliases: { n: aliases, ...reported },
    maxDirectives: { n: directives, ...reported },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  const rules: ValidationRule[] = [boundedValues, boundedFields];
  for (const { onValidate } of plugins as unknown as ArmorPlugin[])
    onValidate?.({ addValidationRule: (rule) => rules.push(rule) });
  return production ? [...rules, NoSchemaIntrospectionCustomRule] : rules;
}

const ILL_FORMED_CODE = { code: ERROR_KINDS.INPUT.code, hint: 'send the text in whole characters, as UTF-8' };

/** Refuses variables that hold too much or ill-formed text, before the document is read. */
export const boundedVariables: Plugin = {
  onParams({ params: { variables } }) {
    const http = { status: 400 };
    if (illFormedIn(variables))
      throw new GraphQLError(`the variables hold a text that ${ILL_FORMED}`, {
        extensions: { ...ILL_FORMED_CODE, http },
      });
    const problem = variables == null ? null : valueProblem(variables);
    if (problem !== null) throw tooMuch(`the variables hold a value that is ${problem}`, { http });
  },
};

/** Fragments that spread fragments can grow a short document into a long one. */
const boundedFields: ValidationRule = (context) => ({
  Document: (document) => {
    if (fieldCount(document) > MOST_FIELDS)
      context.reportError(tooMuch(`the document asks for more than ${MOST_FIELDS} fields`));
  },
});

function tooMuch(message: string, beside: object = {}): GraphQLError {
  const extensions = { code: ERROR_KINDS.TOO_MUCH.code, hint: 'ask for less in one request', ...beside };
  return new GraphQLError(message.replace(/^Syntax Error: /, ''), { extensions });
}
