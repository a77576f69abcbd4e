/**
 * Attribution by removal effect in a Markov chain (Anderl, Becker, von Wangenheim & Schumann 2016): how much less would
 * be converted if a touch point led nowhere. A state is the last `order` touch points.
 */
import { type Credits, type TouchPath, totalOf } from './paths.js';

interface Chain {
  /** Touch point that each state was entered by; the first state is the start. */
  readonly enteredBy: readonly (string | null)[];
  /** Chance to convert next, from each state. */
  readonly converts: Float64Array;
  /** Targets and chances of the other moves; what is missing to 1 ends without a conversion. */
  readonly moves: readonly (readonly (readonly [target: number, chance: number])[])[];
}

const SETTLED = 1e-13;
const MOST_SWEEPS = 10_000;

/** Credits in proportion to removal effects; `order` 1..3. Paths say with `nulls` how often they did not convert. */
export function markov(paths: readonly TouchPath[], order = 1): Credits {
  const chain = chainOf(paths, order);
  const whole = conversionRate(chain, null);
  const touches = [...new Set(chain.enteredBy.filter((touch) => touch !== null))];
  const effects = touches.map((touch) => (whole === 0 ? 0 : 1 - conversionRate(chain, touch) / whole));
  const sum = effects.reduce((total, effect) => total + effect, 0);
  const { conversions, value } = totalOf(paths);
  return new Map(
    touches.map((touch, at) => {
      const share = sum === 0 ? 0 : effects[at]! / sum;
      return [touch, { conversions: share * conversions, value: share * value }];
    }),
  );
}

/**
 * Chance of converting from the start, with moves into `removed` leading nowhere: Gauss-Seidel on x = Q x + r,
 * backwards in reach.
 */
function conversionRate({ enteredBy, converts, moves }: Chain, removed: string | null): number {
  const chance = Float64Array.from(converts, (own, state) => (blocked(enteredBy[state]!, removed) ? 0 : own));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let change = 0;
    for (let state = enteredBy.length - 1; state >= 0; state -= 1) {
      if (blocked(enteredBy[state]!, removed)) continue;
      let sum = converts[state]!;
      for (const [target, by] of moves[state]!) sum += by * chance[target]!;
      change = Math.max(change, Math.abs(sum - chance[state]!));
      chance[state] = sum;
    }
    if (change < SETTLED) break;
  }
  return chance[0]!;
}

function blocked(touch: string | null, removed: string | null): boolean {
  return removed !== null && touch === removed;
}

function chainOf(paths: readonly TouchPath[], order: number): Chain {
  const index = new Map<string, number>([['', 0]]);
  const enteredBy: (string | null)[] = [null];
  const counts: Map<number, number>[] = [new Map()];
  const ends: { converted: number; all: number }[] = [{ converted: 0, all: 0 }];
  for (const { touches, conversions, nulls = 0 } of paths) {
    const times = conversions + nulls;
    if (touches.length === 0 || times === 0) continue;
    let state = 0;
    touches.forEach((touch, at) => {
      const key = JSON.stringify(touches.slice(Math.max(0, at + 1 - order), at + 1));
      let next = index.get(key);
      if (next === undefined) {
        next = enteredBy.length;
        index.set(key, next);
        enteredBy.push(touch);
        counts.push(new Map());
        ends.push({ converted: 0, all: 0 });
      }
      counts[state]!.set(next, (counts[state]!.get(next) ?? 0) + times);
      ends[state]!.all += times;
      state = next;
    });
    ends[state]!.converted += conversions;
    ends[state]!.all += times;
  }
  return {
    enteredBy,
    converts: Float64Array.from(ends, ({ converted, all }) => (all === 0 ? 0 : converted / all)),
    moves: counts.map((targets, state) => [...targets].map(([target, n]) => [target, n / ends[state]!.all] as const)),
  };
}
