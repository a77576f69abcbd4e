import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { DOCUMENT_LIMITS, limitRules } from './limits.js';

/** The document of a text with what is wrong with it; no document where it is no GraphQL. */
export interface ReadDocument {
  readonly document: DocumentNode | null;
  readonly errors: readonly GraphQLError[];
}

/** Valid documents that are remembered, and the longest text of one. */
const MOST_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 20_000;

/** Parses and validates, within the limits, each valid text once. What is remembered last stays longest. */
export function documentReader(schema: GraphQLSchema, production: boolean): (text: string) => ReadDocument {
  const rules = [...specifiedRules, ...limitRules(production)];
  const remembered = new Map<string, ReadDocument>();
  return (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const read = parsed(text);
    if (!read.document) return read;
    const { document } = read;
    const errors = validate(schema, document, rules, { hideSuggestions: production });
    if (errors.length > 0)
      return { document, errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) };
    if (text.length > LONGEST_REMEMBERED) return read;
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(text, read);
    return read;
  };
}

function parsed(text: string): ReadDocument {
  try {
    return { document: parse(text, { maxTokens: DOCUMENT_LIMITS.tokens }), errors: [] };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
    throw error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...extensions } });
}
