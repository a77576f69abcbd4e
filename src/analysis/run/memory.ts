import { AppError } from '../../kernel/error.js';

export interface StepMemory {
  readonly step: string;
  readonly bytes: number;
}

/** Scores kept beside the graph until they are written, 8 bytes a customer each. */
const KEPT = 10;

/** Bytes at the peak: the graph, all scores, and the hungriest step; the steps follow one another. */
export function peakOf(steps: readonly StepMemory[], nodes: number): number {
  const graph = steps.find((s) => s.step === 'graph')?.bytes ?? 0;
  const hungriest = Math.max(0, ...steps.filter((s) => s.step !== 'graph').map((s) => s.bytes));
  return graph + hungriest + nodes * 8 * KEPT;
}

/** Throws TOO_MUCH, with what is needed, what there is and what to do, unless it fits. Bytes. */
export function refuseUnlessFits(needed: number, there: number): void {
  if (needed <= there) return;
  const heap = Math.ceil((needed * 1.5) / 2 ** 30);
  throw new AppError(
    'TOO_MUCH',
    `analyze needs about ${mib(needed)} of the database's memory, and ${mib(there)} are free`,
    `give the database a larger heap (server.memory.heap.max_size=${heap}g, restart), or wait until other work on it ends`,
    { neededBytes: needed, freeBytes: there },
  );
}

function mib(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString('en-US')} MiB`;
}
