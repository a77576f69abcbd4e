import { partsOf } from '../../seed/experiment/members.js';
import { EFFECT, measured, network } from '../../seed/experiment/passed-on.js';
import { alwaysValid } from '../../src/campaigns/experiments/always-valid.js';
import { contrast } from '../../src/campaigns/experiments/compare.js';
import { compareMeans, type Moments } from '../../src/campaigns/experiments/means.js';
import type { CliContext } from '../../src/cli/context.js';
import { type Random, seededRandom, standardNormal } from '../../src/kernel/random.js';

const [RUNS, DAYS, A_DAY] = [2_000, 28, 100];

/**
 * Runs without any effect: how often each interval is wrong, looked at once at the end, and every day. Coverage with an
 * effect of 0.1.
 */
export async function run(_: string[], { out }: CliContext): Promise<void> {
  const random = seededRandom(2026);
  const count = { once: 0, fixedDaily: 0, always: 0, covered: 0, coveredAlways: 0 };
  for (let at = 0; at < RUNS; at += 1) {
    const [one, other] = [arm(random, 0), arm(random, 0)];
    const looks = Array.from({ length: DAYS }, (_day, day) => [one(day), other(day)] as const);
    const excludes = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0;
    const fixed = looks.map(([a, b]) => compareMeans(a, b).p < 0.05);
    count.once += fixed.at(-1) ? 1 : 0;
    count.fixedDaily += fixed.some(Boolean) ? 1 : 0;
    count.always += looks.some(([a, b]) => excludes(alwaysValid(a, b))) ? 1 : 0;
    const [a, b] = [arm(random, 0)(DAYS - 1), arm(random, 0.1)(DAYS - 1)];
    const holds = ({ low, high }: { low: number; high: number }) => low <= 0.1 && 0.1 <= high;
    count.covered += holds(compareMeans(a, b).interval) ? 1 : 0;
    count.coveredAlways += holds(alwaysValid(a, b)) ? 1 : 0;
  }
  const share = (n: number) => `${((100 * n) / RUNS).toFixed(2)} %`;
  out(`${RUNS} A/A runs of ${DAYS} days, ${A_DAY} people a day and arm, level 5 %`);
  out(`fixed interval, looked at once     ${share(count.once)} wrong`);
  out(`fixed interval, looked at daily    ${share(count.fixedDaily)} wrong`);
  out(`always-valid, looked at daily      ${share(count.always)} wrong`);
  out(
    `an effect of 0.1 is covered by     ${share(count.covered)} of fixed, ${share(count.coveredAlways)} of always-valid intervals`,
  );
  spillOver(out);
}

const NETWORKS = 40;

/** Where people pass on what they see: by how much each design misses the effect, over networks of 1,200 people. */
function spillOver(out: CliContext['out']): void {
  const random = seededRandom(17);
  const found = { id: 0, cluster: 0 };
  for (let at = 0; at < NETWORKS; at += 1) {
    const people = network(random);
    for (const unit of ['id', 'cluster'] as const) {
      const [control, arm] = measured(people, random, `${unit}${at}`, unit).map((members) => partsOf(members).all);
      const options = { confidence: 0.95, planned: 0, byCommunity: unit === 'cluster' };
      found[unit] += contrast('REVENUE', control!, arm!, options)!.difference / NETWORKS;
    }
  }
  const [persons, communities] = [Math.abs(found.id - EFFECT), Math.abs(found.cluster - EFFECT)];
  out(
    `an effect of ${EFFECT} that is passed on, ${NETWORKS} networks: persons miss ${persons.toFixed(2)} of it, communities ` +
      `${communities.toFixed(2)} (${(communities / persons).toFixed(2)} times as much)`,
  );
}

/** Moments up to a day, from the values of all days before it. */
function arm(random: Random, mean: number): (day: number) => Moments {
  const sums: Moments[] = [];
  let [people, sum, squares] = [0, 0, 0];
  for (let day = 0; day < DAYS; day += 1) {
    for (let i = 0; i < A_DAY; i += 1) {
      const value = mean + standardNormal(random);
      [people, sum, squares] = [people + 1, sum + value, squares + value * value];
    }
    sums.push({ people, mean: sum / people, variance: (squares - (sum * sum) / people) / (people - 1) });
  }
  return (day) => sums[day]!;
}
