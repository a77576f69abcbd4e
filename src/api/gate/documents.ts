import { type DocumentNode, parse, specifiedRules, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { DOCUMENT_LIMITS, limitRules } from './limits.js';

/** Valid documents that are remembered, and the longest text of one. */
const MOST_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 20_000;

/**
 * Parses and validates, within the limits, each valid text once; Yoga's own memory would count no texts' length and
 * keep the invalid too. What is remembered last stays longest.
 */
export function documentsReadOnce(production: boolean): Plugin {
  const rules = [...specifiedRules, ...limitRules(production)];
  const remembered = new Map<string, DocumentNode>();
  const valid = new WeakSet<DocumentNode>();
  return {
    onParse({ params: { source }, setParsedDocument, setParseFn }) {
      const known = remembered.get(String(source));
      if (known) setParsedDocument(known);
      else setParseFn((text: string) => parse(text, { maxTokens: DOCUMENT_LIMITS.tokens }));
    },
    onValidate({ params: { schema, documentAST }, setResult, setValidationFn }) {
      if (valid.has(documentAST)) return setResult([]);
      setValidationFn(() => validate(schema, documentAST, rules, { hideSuggestions: production }));
      return ({ valid: passed }) => {
        const text = documentAST.loc?.source.body;
        if (!passed || text === undefined || text.length > LONGEST_REMEMBERED) return;
        if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
        remembered.set(text, documentAST);
        valid.add(documentAST);
      };
    },
  };
}
