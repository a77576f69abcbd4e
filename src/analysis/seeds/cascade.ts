import type { CascadeGraph } from './cascade-graph.js';

/** A mean over simulations with its error. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  /** 95 % interval of the mean. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** People reached from the seeds in the world of that number, the seeds included. */
export type Cascade = (world: number, seeds: readonly number[]) => number;

/**
 * The independent cascade (Kempe, Kleinberg, Tardos 2003): whoever hears tries each acquaintance once, with the chance
 * of the tie. The coin of a tie is a hash of world and tie, so that several sets of seeds can be compared in the same
 * worlds, which takes most of the noise out of their difference. Memory is kept between worlds.
 */
export function cascade(graph: CascadeGraph, seed: number): Cascade {
  const { people, offsets, targets, arcTies, chances } = graph;
  const heardIn = new Int32Array(people);
  const line = new Int32Array(people);
  let run = 0;
  return (world, seeds) => {
    run++;
    const salt = mixed(seed + Math.imul(world + 1, 0x9e3779b1));
    let length = 0;
    const hear = (person: number) => {
      if (heardIn[person] === run) return;
      heardIn[person] = run;
      line[length++] = person;
    };
    for (const person of seeds) hear(person);
    for (let at = 0; at < length; at++) {
      const end = offsets[line[at]! + 1]!;
      for (let arc = offsets[line[at]!]!; arc < end; arc++) {
        const tie = arcTies[arc]!;
        if (heardIn[targets[arc]!] !== run && coin(salt, tie) < chances[tie]!) hear(targets[arc]!);
      }
    }
    return length;
  };
}

/** Uniform in [0, 1), the same for the same world and tie. */
function coin(salt: number, tie: number): number {
  return mixed(salt ^ mixed(tie + 0x7f4a7c15)) / 4_294_967_296;
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the answer hangs on every bit given. */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Mean, standard error and 95 % interval (normal) of what the worlds gave; two or more. */
export function estimateOf(values: readonly number[]): Estimate {
  const runs = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1);
  const standardError = Math.sqrt(variance / runs);
  return { mean, standardError, low: mean - 1.96 * standardError, high: mean + 1.96 * standardError, runs };
}
