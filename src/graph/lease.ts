import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../kernel/error.js';
import type { Graph } from './graph.js';

export interface LeaseOptions {
  readonly id: string;
  /** Another may take over this long after the holder stopped renewing. */
  readonly seconds: number;
  /** How long to wait for a lease held elsewhere; 0 refuses at once. */
  readonly waitMs: number;
  /** What whoever goes on with the work must know, should this process die. */
  readonly note?: string;
}

/** A lease whose holder died: it ran out and was never given back. */
export interface DiedLease {
  readonly id: string;
  readonly holder: string;
  readonly note: string | null;
}

/** Runs `work` while holding the named job over all servers, renewing as it goes. Throws BUSY when another holds it. */
export async function withLease<T>(graph: Graph, options: LeaseOptions, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  const { id, seconds, note = null } = options;
  await take(graph, options, holder);
  const renewal = setInterval(
    () => void graph.write('graph/steps/lease-take', { id, holder, seconds, note }).catch(() => undefined),
    (seconds * 1000) / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await graph.write('graph/steps/lease-release', { id, holder }).catch(() => undefined);
  }
}

/** The leases that died, of those whose ids begin so: what they were taken for is half done. */
export function diedLeases(graph: Graph, prefix: string): Promise<readonly DiedLease[]> {
  return graph.read('graph/steps/leases-died', { prefix });
}

/** Gives a lease of the dead back where what it was taken for shall not go on. */
export async function giveBack(graph: Graph, { id, holder }: DiedLease): Promise<void> {
  await graph.write('graph/steps/lease-release', { id, holder });
}

async function take(graph: Graph, { id, seconds, waitMs, note }: LeaseOptions, holder: string): Promise<void> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const { taken, until } = await graph.write('graph/steps/lease-take', { id, holder, seconds, note: note ?? null });
    if (taken) return;
    if (Date.now() >= deadline)
      throw new AppError(
        'BUSY',
        `${id} is already running on another server or terminal`,
        `wait until it ends (its lease runs to ${until.toISOString()})`,
      );
    await sleep(200);
  }
}
