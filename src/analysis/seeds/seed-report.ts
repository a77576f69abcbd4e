import type { Start } from './choose.js';
import type { Comparison } from './compare.js';
import type { Pick } from './lazy-greedy.js';
import type { SeedNetwork } from './seed-network.js';

/** One person to start from. */
export interface Seed {
  /** From 1, in the order they were chosen. */
  readonly position: number;
  readonly customerId: string;
  readonly communityId: string | null;
  readonly cost: number;
  /** People reached in addition to those reached from the seeds before, in the mean over the snapshots. */
  readonly marginalReach: number;
  readonly degree: number;
  /** Chosen because their community had to have a seed. */
  readonly forFloor: boolean;
  readonly why: string;
}

/** A community that could not have its floor filled. */
export interface UnmetFloor {
  readonly communityId: string;
  readonly wanted: number;
  readonly got: number;
  readonly why: string;
}

/** Who to start from, and how far word would get. */
export interface SeedSet extends Comparison {
  readonly seeds: readonly Seed[];
  readonly spent: number;
  readonly budget: number;
  /** What the best choice began from. */
  readonly by: Start;
  readonly people: number;
  readonly ties: number;
  readonly candidates: number;
  /** Candidates that were looked at closely: all, or those that reach most alone. */
  readonly shortlisted: number;
  readonly snapshots: number;
  readonly unmetFloors: readonly UnmetFloor[];
  /** What a reader has to know: nobody may be asked, the runs were cut short, … */
  readonly notes: readonly string[];
}

/** The picks with names and reasons. */
export function seedsOf(picks: readonly Pick[], { rows, degrees, meanCloseness }: SeedNetwork): Seed[] {
  return picks.map(({ person, gain, cost, forFloor }, at) => {
    const { customerId, communityId } = rows[person]!;
    const why = [
      `adds ${gain.toFixed(1)} people${at === 0 ? '' : ' to those reached before'}`,
      degrees[person] === 0
        ? 'knows nobody here'
        : `knows ${degrees[person]}, mean closeness ${meanCloseness[person]!.toFixed(2)}`,
      ...(cost === 1 ? [] : [`${(gain / cost).toFixed(2)} for each unit of cost`]),
      ...(forFloor ? [`a seed for community ${communityId}`] : []),
    ].join('; ');
    return {
      position: at + 1,
      customerId,
      communityId,
      cost,
      marginalReach: gain,
      degree: degrees[person]!,
      forFloor,
      why,
    };
  });
}

/** Floors that were not filled: too few of the community may be asked. */
export function unmetOf({ floors, rows }: SeedNetwork, picks: readonly Pick[]): UnmetFloor[] {
  return floors.flatMap(({ community, atLeast, members }) => {
    const got = picks.filter(({ person }) => rows[person]!.communityId === community).length;
    const why = `only ${members.length} of the community may be asked on this channel`;
    return got >= atLeast ? [] : [{ communityId: community, wanted: atLeast, got, why }];
  });
}
