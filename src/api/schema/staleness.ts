import { type DocumentNode, Kind, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type AnalysisState, recentState } from '../../analysis/index.js';
import type { Library } from '../../graph/library/library.js';
import { propertiesOfRun } from '../../scores/index.js';
import type { ApiContext } from '../../security/index.js';
import { publishedQuestions } from './questions.js';

/** Fields of plain reads that an analysis run made. */
const SCORES = [...propertiesOfRun('analysis'), 'communities', 'communitiesConnection', 'customer360'];

/** Names of fields whose answer rests on an analysis run: the scores, and published questions that need one. */
export function analysedFields(library: Library): ReadonlySet<string> {
  const questions = [...publishedQuestions(library)].filter(([, { needs }]) => needs.includes('run analysis'));
  return new Set([...SCORES, ...questions.map(([name]) => name)]);
}

/** Whether an operation asks for anything that an analysis run made. */
export function asksAnalysis(document: DocumentNode, fields: ReadonlySet<string>): boolean {
  let asks = false;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      asks ||= fields.has(name.value);
    },
  });
  return asks;
}

/** Puts how old the scores are into `extensions.analysis` of every answer that rests on them: looked up once a second, beside the answer's own. */
export function stalenessPlugin(library: Library): Plugin<ApiContext> {
  const fields = analysedFields(library);
  const seen = new WeakMap<DocumentNode, boolean>();
  const asks = (document: DocumentNode): boolean => {
    const known = seen.get(document) ?? asksAnalysis(document, fields);
    seen.set(document, known);
    return known;
  };
  return {
    onExecute({ args }) {
      if (!asks(args.document)) return undefined;
      const state = recentState(args.contextValue.services.graph).catch(() => null);
      return {
        async onExecuteDone({ result, setResult }) {
          const analysis = await state;
          if (analysis === null || Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, analysis: shown(analysis) } });
        },
      };
    },
  };
}

function shown({ startedAt: _startedAt, ...state }: AnalysisState) {
  return state;
}
