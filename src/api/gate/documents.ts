import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { DOCUMENT_LIMITS, limitRules } from './limits.js';

/** The document of a text, or what is wrong with it. */
export type ReadDocument = (text: string) => DocumentNode | readonly GraphQLError[];

/** Valid documents that are remembered, and the longest text of one. */
const MOST_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 20_000;

/** Parses and validates, within the limits, each valid text once. What is remembered last stays longest. */
export function documentReader(schema: GraphQLSchema, production: boolean): ReadDocument {
  const rules = [...specifiedRules, ...limitRules(production)];
  const remembered = new Map<string, DocumentNode>();
  return (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const document = parsed(text);
    if (!('kind' in document)) return document;
    const errors = validate(schema, document, rules, { hideSuggestions: production });
    if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    if (text.length > LONGEST_REMEMBERED) return document;
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(text, document);
    return document;
  };
}

function parsed(text: string): DocumentNode | readonly GraphQLError[] {
  try {
    return parse(text, { maxTokens: DOCUMENT_LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...extensions } });
}
