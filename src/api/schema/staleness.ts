import { type DocumentNode, Kind, visit } from 'graphql';
import { type AnalysisState, recentState } from '../../analysis/index.js';
import type { Library } from '../../graph/library/library.js';
import { propertiesOfRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { publishedQuestions } from './published.js';

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

/** How old the scores are that an answer rests on. */
export interface Staleness {
  /** For an operation that asks for what an analysis run made; null for any other, and when it cannot be told. */
  readonly stateFor: (document: DocumentNode, services: Services) => Promise<object | null> | null;
}

/** Looked up once a second, beside the answer's own reads; each document is looked at once. */
export function staleness(library: Library): Staleness {
  const fields = analysedFields(library);
  const seen = new WeakMap<DocumentNode, boolean>();
  const asks = (document: DocumentNode): boolean => {
    const known = seen.get(document) ?? asksAnalysis(document, fields);
    seen.set(document, known);
    return known;
  };
  return {
    stateFor: (document, { graph }) => (asks(document) ? recentState(graph).then(shown, () => null) : null),
  };
}

function shown({ startedAt: _startedAt, ...state }: AnalysisState) {
  return state;
}
