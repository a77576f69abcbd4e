import type { WriteName } from '../../graph/queries.gen.js';
import { type TieKind, tieCloseness, UNDIRECTED } from '../closeness.js';
import { unknownEnds, without } from './ends.js';
import type { Row } from './field.js';
import { countsOf, type Io, type Outcome, type RowReject, settle } from './outcome.js';

const WRITES: Readonly<Record<TieKind, WriteName>> = {
  FAMILY_OF: 'network/import-ties-family',
  WORKS_WITH: 'network/import-ties-colleagues',
  REPORTS_TO: 'network/import-ties-superiors',
  SHARES_INTEREST_WITH: 'network/import-ties-circles',
  FOLLOWS: 'network/import-ties-follows',
  REFERRED: 'network/import-ties-referrals',
};

/** What tells two ties of one kind between one pair apart. */
const DISCRIMINATOR: Readonly<Record<TieKind, string>> = {
  FAMILY_OF: 'role',
  WORKS_WITH: 'role',
  REPORTS_TO: 'role',
  SHARES_INTEREST_WITH: 'interest',
  FOLLOWS: 'platform',
  REFERRED: 'code',
};

/** The key of a tie among those of its kind: ends and discriminator, ends sorted where the kind has no direction. */
export function tieKey(kind: TieKind, from: string, to: string, discriminator: string): string {
  const [a, b] = UNDIRECTED.has(kind) && to < from ? [to, from] : [from, to];
  return `${a}|${b}|${discriminator}`;
}

/** Kind and key: what two rows of a file must share to be the same tie. */
export function tieIdentity(row: Row): string {
  const kind = row.kind as TieKind;
  const discriminator = (row[DISCRIMINATOR[kind]] as string | null | undefined) ?? '';
  return `${kind}|${tieKey(kind, row.fromId as string, row.toId as string, discriminator)}`;
}

/** Writes ties of every kind and, in the same transaction, the KNOWS of the pairs they touch. */
export async function writeTies(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const self = rows.flatMap((row, at): RowReject[] =>
    row.fromId === row.toId ? [{ at, column: 'toId', reason: 'a customer cannot be tied to itself' }] : [],
  );
  const unknown = await unknownEnds(io, rows, { fromId: 'customers', toId: 'customers' });
  const rejected = [...self, ...unknown];
  const ties = without(rows, rejected).map(prepare);
  const known = await knownTies(io, ties);
  const settled = settle(
    ties.map((tie) => withCloseness(tie, known)),
    known,
    typeAndKey,
  );
  const writes = [...settled.fresh, ...settled.changed];
  if (writes.length > 0) await write(io, writes);
  return { ...countsOf(settled), rejected };
}

async function write({ graph }: Io, ties: readonly Row[]): Promise<void> {
  const pairs = pairsOf(ties);
  await graph.transaction(async (tx) => {
    for (const [type, name] of Object.entries(WRITES)) {
      const rows = ties.filter((tie) => tie.type === type);
      if (rows.length > 0) await tx.write(name, { rows } as never);
    }
    await tx.write('network/knows-refresh', { rows: pairs });
  });
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

async function knownTies({ graph }: Io, ties: readonly Row[]): Promise<Map<string, Row>> {
  const known = ties.length === 0 ? [] : await graph.read('network/import-ties-known', { rows: pairsOf(ties) });
  return new Map(known.map((row) => [typeAndKey(row as Row), row as Row]));
}

function typeAndKey(tie: Row): string {
  return `${tie.type}|${tie.key}`;
}

function pairsOf(ties: readonly Row[]): { low: string; high: string }[] {
  const pairs = new Map<string, { low: string; high: string }>();
  for (const tie of ties) {
    const [low, high] = [tie.fromId as string, tie.toId as string].sort() as [string, string];
    pairs.set(`${low}|${high}`, { low, high });
  }
  return [...pairs.values()];
}
