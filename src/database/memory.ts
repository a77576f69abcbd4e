import { totalmem } from 'node:os';

/** Memory of a local server, in MiB. */
export interface ServerMemory {
  readonly heapMb: number;
  readonly pageCacheMb: number;
}

/**
 * Shares of the machine's memory (MiB): a quarter for the heap, where GDS keeps its graphs (512 to 12,288), an eighth
 * for the page cache (128 to 8,192). Tests get at most 1,024 and 256. `heap` (like 2g or 512m) wins over the share.
 */
export function sizeMemory(
  machineMb: number,
  { heap, quick }: { heap?: string | undefined; quick?: boolean } = {},
): ServerMemory {
  const heapMb = heap === undefined ? between(512, machineMb / 4, quick ? 1_024 : 12_288) : megabytes(heap);
  return { heapMb, pageCacheMb: between(128, machineMb / 8, quick ? 256 : 8_192) };
}

/** MiB of a size like `2g` or `512m`. */
export function megabytes(size: string): number {
  return Number.parseInt(size, 10) * (/g$/i.test(size) ? 1_024 : 1);
}

/** What this process may use (MiB): the machine's memory, or a container's limit below it. */
export function machineMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  return Math.floor((limit > 0 ? Math.min(totalmem(), limit) : totalmem()) / 1_048_576);
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, Math.floor(value)));
}
