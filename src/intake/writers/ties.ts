import { expectAll, hopefully } from '../../graph/attempts.js';
import type { GraphTransaction } from '../../graph/graph.js';
import type { WriteName } from '../../graph/queries.gen.js';
import { closenessOf, type TieKind, tieCloseness, UNDIRECTED } from '../../network/index.js';
import { OWN_COLUMNS } from '../kinds/ties.js';
import { countsOf, type Io, type Outcome, settle, without } from '../rows/outcome.js';
import { unknownReferences } from '../rows/references.js';
import type { Row } from '../rows/row.js';

/** What makes a new tie of the kind. */
const CREATES = {
  FAMILY_OF: 'intake/steps/rows/ties-family-of',
  WORKS_WITH: 'intake/steps/rows/ties-works-with',
  REPORTS_TO: 'intake/steps/rows/ties-reports-to',
  SHARES_INTEREST_WITH: 'intake/steps/rows/ties-shares-interest-with',
  FOLLOWS: 'intake/steps/rows/ties-follows',
  REFERRED: 'intake/steps/rows/ties-referred',
} as const satisfies Readonly<Record<TieKind, WriteName>>;
type TieWrite =
  | (typeof CREATES)[TieKind]
  | 'intake/steps/ties-changed'
  | 'network/steps/ties/knows-new'
  | 'network/steps/ties/knows-write';

/** The key of a tie among those of its kind: ends and discriminator, ends sorted where the kind has no direction. */
export function tieKey(kind: TieKind, from: string, to: string, discriminator: string): string {
  const [a, b] = UNDIRECTED.has(kind) && to < from ? [to, from] : [from, to];
  return `${a}|${b}|${discriminator}`;
}

/** Kind and key: what two rows of a file must share to be the same tie. */
export function tieIdentity(row: Row): string {
  const kind = row.kind as TieKind;
  const discriminator = (row[OWN_COLUMNS[kind][0]] as string | null | undefined) ?? '';
  return `${kind}|${tieKey(kind, row.fromId as string, row.toId as string, discriminator)}`;
}

/** Writes ties of every kind and, in the same transaction, the KNOWS of the pairs they touch. */
export async function writeTies(io: Io, rows: readonly Row[]): Promise<Outcome> {
  return hopefully(async (careful) => {
    const rejected = careful ? await unknownReferences(io, 'ties', rows) : [];
    const ties = without(rows, rejected).map(prepare);
    if (ties.length === 0) return { created: 0, updated: 0, unchanged: 0, rejected };
    const counts = await io.graph.transaction((tx) => writeKnowing(tx, ties, careful));
    return { ...counts, rejected };
  });
}

async function writeKnowing(tx: GraphTransaction, ties: readonly Row[], careful: boolean) {
  const before = await tiesOf(tx, pairsOf(ties), careful);
  const known = new Map(before.map((row) => [typeAndKey(row), row]));
  const settled = settle(
    ties.map((tie) => withCloseness(tie, known)),
    known,
    typeAndKey,
  );
  for (const [type, name] of Object.entries(CREATES))
    await writeAll(
      tx,
      name,
      settled.fresh.filter((tie) => tie.type === type),
    );
  await writeAll(tx, 'intake/steps/ties-changed', settled.changed);
  await writeKnows(tx, before, [...settled.fresh, ...settled.changed], careful);
  return countsOf(settled);
}

/** What the graph holds between pairs: by their KNOWS, or carefully, by both customers. */
async function tiesOf(tx: GraphTransaction, pairs: readonly Pair[], careful: boolean): Promise<Row[]> {
  const ties = careful
    ? await tx.read('intake/steps/ties-known', { rows: pairs })
    : await tx.read('intake/steps/ties-of-pairs', { pairs: pairs.map(({ pair }) => pair) });
  return ties as unknown as Row[];
}

async function writeKnows(tx: GraphTransaction, before: readonly Row[], writes: readonly Row[], careful: boolean) {
  const knows = knowsOf(writes, [...before, ...writes]);
  if (knows.length === 0) return;
  const tied = new Set(before.map((tie) => pairOf(tie).pair));
  const isNew = ({ pair }: Pair) => !careful && !tied.has(pair);
  await writeAll(tx, 'network/steps/ties/knows-new', knows.filter(isNew));
  await writeAll(
    tx,
    'network/steps/ties/knows-write',
    knows.filter((pair) => !isNew(pair)),
  );
  const customerIds = [...new Set(knows.flatMap(({ low, high }) => [low, high]))];
  await tx.write('network/steps/ties/analysis-touched', { customerIds, ties: knows.length });
}

async function writeAll(tx: GraphTransaction, name: TieWrite, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) expectAll((await tx.write(name, { rows } as never)).written, rows.length);
}

/** The KNOWS of the pairs that `touched` names, from all their ties; of two with one key the later counts. */
function knowsOf(touched: readonly Row[], all: readonly Row[]) {
  const pairs = new Map(pairsOf(touched).map((pair) => [pair.pair, { ...pair, ties: new Map<string, Row>() }]));
  for (const tie of all) pairs.get(pairOf(tie).pair)?.ties.set(typeAndKey(tie), tie);
  return [...pairs.values()].map(({ ties, ...pair }) => ({ ...pair, ...summed([...ties.values()]) }));
}

/** Sorted by closeness first: floating point must give the same sum in whatever order the ties came. */
function summed(ties: readonly Row[]) {
  const weights = ties.map((tie) => tie.closeness as number).sort((a, b) => a - b);
  const times = ties.flatMap((tie) => (tie.since instanceof Date ? [tie.since.getTime()] : []));
  return {
    closeness: closenessOf(weights.map((weight) => ({ weight }))),
    kinds: [...new Set(ties.map((tie) => tie.type as string))].sort(),
    since: times.length === 0 ? null : new Date(times.reduce((a, b) => Math.min(a, b))),
  };
}

function prepare(row: Row): Row {
  const { kind, ...rest } = row;
  const type = kind as TieKind;
  const turned = UNDIRECTED.has(type) && (row.toId as string) < (row.fromId as string);
  const ends = turned ? { fromId: row.toId!, toId: row.fromId! } : {};
  return { ...rest, ...ends, type, key: tieIdentity(row).slice(type.length + 1) };
}

/** A stated closeness stays as stated; an empty one follows from kind and interactions. */
function withCloseness(tie: Row, known: ReadonlyMap<string, Row>): Row {
  if (typeof tie.closeness === 'number') return tie;
  const interactions = tie.interactions ?? known.get(typeAndKey(tie))?.interactions ?? null;
  return { ...tie, closeness: tieCloseness(tie.type as TieKind, interactions as number | null) };
}

function typeAndKey(tie: Row): string {
  return `${tie.type}|${tie.key}`;
}

interface Pair {
  readonly low: string;
  readonly high: string;
  readonly pair: string;
}

function pairsOf(ties: readonly Row[]): Pair[] {
  return [...new Map(ties.map((tie) => [pairOf(tie).pair, pairOf(tie)])).values()];
}

function pairOf({ fromId, toId }: Row): Pair {
  const [low, high] =
    (fromId as string) < (toId as string) ? [fromId as string, toId as string] : [toId as string, fromId as string];
  return { low, high, pair: `${low}|${high}` };
}
