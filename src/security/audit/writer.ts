import type { Graph, GraphTransaction } from '../../graph/graph.js';
import { AppError } from '../../kernel/error.js';
import type { Vault } from '../sealing/vault.js';
import { type AuditContent, type ChainEnd, linked } from './chain.js';

interface Waiting {
  readonly contents: readonly AuditContent[];
  readonly vault: Vault;
  readonly graph: Graph;
  done(): void;
  failed(error: unknown): void;
}

/** One of each process and database: what it appended last, and who waits. */
interface Writer {
  end: ChainEnd | undefined;
  waiting: Waiting[];
  under: boolean;
}

const writers = new WeakMap<object, Writer>();

/** Most calls that share one transaction. */
const GROUP = 200;

/**
 * Appends entries and returns when they are durable. All that a process appends at the same time shares one transaction
 * (group commit), so that readers do not wait for one another's disk writes.
 */
export function appendSoon(graph: Graph, vault: Vault, contents: readonly AuditContent[]): Promise<void> {
  const writer = writers.get(graph.driver) ?? { end: undefined, waiting: [], under: false };
  writers.set(graph.driver, writer);
  return new Promise((done, failed) => {
    writer.waiting.push({ contents, vault, graph, done, failed });
    if (!writer.under) void drain(writer);
  });
}

/**
 * Appends entries in the caller's transaction, which holds the chain until it ends: to be called as its last statement.
 */
export async function appendWithin(
  tx: GraphTransaction,
  vault: Vault,
  contents: readonly AuditContent[],
): Promise<ChainEnd> {
  const end = await tx.write('security/steps/audit/audit-head', {});
  const after = await tx.write('security/steps/audit/audit-append', batchOf(vault, end, contents));
  if (after.appended) return after;
  throw new AppError('CONFLICT', 'the audit chain moved under its lock', 'try again; then run `guanxi audit verify`');
}

async function drain(writer: Writer): Promise<void> {
  writer.under = true;
  await new Promise((resolve) => setImmediate(resolve));
  while (writer.waiting.length > 0) {
    const group = writer.waiting.splice(0, GROUP);
    try {
      await append(writer, group);
      for (const { done } of group) done();
    } catch (error) {
      writer.end = undefined;
      for (const { failed } of group) failed(error);
    }
  }
  writer.under = false;
}

/**
 * One statement in one round trip when nobody else appended since; otherwise, or when that failed, once more under the
 * lock.
 */
async function append(writer: Writer, group: readonly Waiting[]): Promise<void> {
  const { graph, vault } = group[0]!;
  const contents = group.flatMap((waiting) => waiting.contents);
  if (writer.end) {
    const batch = batchOf(vault, writer.end, contents);
    const after = await graph.write('security/steps/audit/audit-append', batch).catch(() => undefined);
    writer.end = after;
    if (after?.appended) return;
  }
  writer.end = await graph.transaction((tx) => appendWithin(tx, vault, contents));
}

function batchOf(vault: Vault, end: ChainEnd, contents: readonly AuditContent[]) {
  return { seq: end.seq, prevHash: end.hash, rows: linked(vault, end, contents) };
}
