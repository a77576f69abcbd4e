import { seededRandom } from '../src/kernel/random.js';

/**
 * How much is asked: `reads` questions about one of so many `customers`, each of the `clients` having one under way.
 */
export interface Load {
  readonly customers: number;
  readonly reads: number;
  readonly clients: number;
}

/** Milliseconds of each question. The seed decides whom they are about: a number from 1 to `customers`. */
export async function timed(ask: (customer: number) => Promise<unknown>, load: Load, seed: number): Promise<number[]> {
  const random = seededRandom(seed);
  const times: number[] = [];
  let left = load.reads;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const customer = 1 + Math.floor(random.next() * load.customers);
      const started = performance.now();
      await ask(customer);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: load.clients }, client));
  return times;
}

/** The value below which the `share` (0..1) of them lies; the upper one of two. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Medians of ways that take turns, in ms; after a tenth of the rounds to warm up. */
export async function turns(rounds: number, ways: readonly (() => Promise<number>)[]): Promise<number[]> {
  const times = ways.map((): number[] => []);
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1)
    for (const [at, way] of ways.entries()) {
      const ms = await way();
      if (round >= 0) times[at]!.push(ms);
    }
  return times.map(median);
}
