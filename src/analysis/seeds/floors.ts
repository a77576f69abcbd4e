/** At least so many seeds from a community. `members` are the candidates of it, by position. */
export interface Floor {
  readonly community: string;
  readonly atLeast: number;
  readonly members: readonly number[];
}

/** What is still owed to the communities while seeds are taken. */
export interface OpenFloors {
  /** Least that filling all of them still costs. */
  readonly reserve: () => number;
  /** The community of a person still wants seeds. */
  wants(person: number): boolean;
  /** Cost of taking this person beyond what is reserved for their community. */
  beyondReserve(person: number): number;
  take(person: number): void;
}

/** Floors over candidates with costs. A community with fewer candidates than its floor wants all it has. */
export function openFloors(floors: readonly Floor[], costs: Float64Array): OpenFloors {
  const owed = floors.map(({ members, atLeast }) => ({
    left: Math.min(atLeast, members.length),
    costs: members.map((person) => costs[person]!).sort((a, b) => a - b),
  }));
  const floorOf = new Map(floors.flatMap(({ members }, at) => members.map((person) => [person, owed[at]!] as const)));
  const least = () => owed.reduce((sum, floor) => sum + total(floor.costs.slice(0, floor.left)), 0);
  let reserve = least();
  return {
    reserve: () => reserve,
    wants: (person) => (floorOf.get(person)?.left ?? 0) > 0,
    beyondReserve: (person) => {
      const floor = floorOf.get(person)!;
      return Math.max(0, costs[person]! - floor.costs[floor.left - 1]!);
    },
    take: (person) => {
      const floor = floorOf.get(person)!;
      floor.costs.splice(floor.costs.indexOf(costs[person]!), 1);
      floor.left--;
      reserve = least();
    },
  };
}

function total(costs: readonly number[]): number {
  return costs.reduce((sum, cost) => sum + cost, 0);
}
