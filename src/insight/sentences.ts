import { ANALYSIS_SENTENCES } from '../analysis/index.js';
import type { Graph } from '../graph/graph.js';
import type { Statement } from '../graph/library/header.js';
import { statementOf } from '../graph/library/library.js';
import type { ParamsOf, RowOf } from '../graph/queries.gen.js';
import type { Sentence } from '../graph/sentence.js';
import { NETWORK_SENTENCES } from '../network/index.js';
import { VALUE_SENTENCES } from '../value/index.js';

/** The sentences of all areas, by statement. An area's own stand in its `sentences.ts`. */
const SENTENCES = { ...NETWORK_SENTENCES, ...ANALYSIS_SENTENCES, ...VALUE_SENTENCES };

type ToldName = keyof typeof SENTENCES;
type Row = Readonly<Record<string, unknown>>;

/** Whether the rows of a statement say something in words. */
export function isTold(statement: string): statement is ToldName {
  return Object.hasOwn(SENTENCES, statement);
}

/**
 * The rows of a statement, each with `why` and `whyZh` where it has a sentence; `given` are the parameters it was asked
 * with.
 */
export function told({ name, params }: Statement, rows: readonly Row[], given: Row): Row[] {
  if (!isTold(name)) return [...rows];
  const sentence = SENTENCES[name] as unknown as (row: Row, params: Row) => Sentence;
  const whole = Object.fromEntries(params.map((p) => [p.name, given[p.name] ?? p.defaultValue]));
  return rows.map((row) => ({ ...row, ...sentence(row, whole) }));
}

/** Reads a question and tells its rows. */
export async function readTold<N extends ToldName>(
  graph: Graph,
  name: N,
  params: ParamsOf<N>,
): Promise<(RowOf<N> & Sentence)[]> {
  const rows = await graph.read(name, params);
  return told(statementOf(graph.library, name), rows as unknown as Row[], params as Row) as unknown as (RowOf<N> &
    Sentence)[];
}
