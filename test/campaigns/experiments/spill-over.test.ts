import { type Member, memberOf, partsOf } from '../../../seed/experiment/members.js';
import { EFFECT, measured, network } from '../../../seed/experiment/passed-on.js';
import { alwaysValid } from '../../../src/campaigns/experiments/always-valid.js';
import { contrast } from '../../../src/campaigns/experiments/compare.js';
import { expectedExposure, exposedContrast, spillOver } from '../../../src/campaigns/experiments/exposure.js';
import { compareMeans } from '../../../src/campaigns/experiments/means.js';
import { baselineOf, peopleAnArm } from '../../../src/campaigns/experiments/plan.js';
import { compareProportions } from '../../../src/campaigns/experiments/proportions.js';
import { verdictOf } from '../../../src/campaigns/experiments/verdict.js';
import { seededRandom, standardNormal } from '../../../src/kernel/random.js';
import { momentsOf } from './by-person.js';

const OPTIONS = { confidence: 0.95, planned: 0, byCommunity: true };
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('where people pass on what they see', () => {
  const random = seededRandom(17);
  const people = network(random);
  const runs = Array.from({ length: 12 }, (_, run) => ({
    persons: measured(people, random, `p${run}`, 'id'),
    communities: measured(people, random, `c${run}`, 'cluster'),
  }));
  const effect = ([a, b]: Member[][], byCommunity: boolean) =>
    contrast('REVENUE', partsOf(a!).all, partsOf(b!).all, { ...OPTIONS, byCommunity })!;

  test('communities that draw as a whole are off by less than half of what persons are', () => {
    const off = (values: readonly number[]) => Math.abs(mean(values) - EFFECT);
    const persons = off(runs.map((run) => effect(run.persons, false).difference));
    const communities = off(runs.map((run) => effect(run.communities, true).difference));
    expect(persons).toBeGreaterThan(2);
    expect(communities).toBeLessThan(persons / 2);
  });

  test('the error over communities is wider than over persons, and who is exposed shows more of the effect', () => {
    for (const { communities } of runs.slice(0, 3)) {
      const [byCommunity, byPerson] = [effect(communities, true), effect(communities, false)];
      const width = ({ interval }: typeof byPerson) => interval.high - interval.low;
      expect(width(byCommunity)).toBeGreaterThan(width(byPerson));
      const [control, arm] = communities.map((members) => partsOf(members));
      const exposed = exposedContrast('REVENUE', control!, arm!, OPTIONS)!;
      expect(exposed.difference).toBeGreaterThan(byCommunity.difference);
    }
  });

  test('what spills over to the control is seen', () => {
    const found = runs.map(({ communities }) => spillOver('REVENUE', partsOf(communities[0]!), OPTIONS)!);
    expect(Math.min(...found.map(({ people }) => people))).toBeGreaterThan(100);
    expect(mean(found.map(({ difference }) => difference))).toBeGreaterThan(0.3);
  });

  test('what a design exposes is known before: hardly anybody by persons, nearly everybody by communities', () => {
    const counts = [{ degree: 8, inside: 7, people: 100 }];
    const asked = { alike: 0.5, q: 0.8 };
    expect(expectedExposure(counts, { ...asked, byCommunity: false })).toEqual({ exposed: 9 / 256, crossing: 0.5 });
    expect(expectedExposure(counts, { ...asked, byCommunity: true })).toEqual({ exposed: 1, crossing: 1 / 16 });
  });
});

describe('planning', () => {
  test('communities all alike count as one each: ICC 1; mixed ones as if persons drew: ICC 0', () => {
    const alike = [0, 20, 0, 20, 0].map((sum) => ({ people: 20, sum, squares: sum }));
    expect(baselineOf(alike)).toMatchObject({ people: 100, icc: 1, designEffect: 20, mean: 0.4 });
    const mixed = Array.from({ length: 5 }, () => ({ people: 20, sum: 8, squares: 8 }));
    expect(baselineOf(mixed)).toMatchObject({ icc: 0, designEffect: 1 });
  });

  test('10 % to 12 % takes 3,841 people an arm; of a mean, by its variance', () => {
    const sought = { effect: 0.2, alpha: 0.05, power: 0.8 } as const;
    expect(peopleAnArm({ mean: 0.1, variance: 0.09 }, { metric: 'CONVERSION', ...sought })).toBe(3841);
    expect(peopleAnArm({ mean: 100, variance: 2500 }, { metric: 'REVENUE', ...sought })).toBe(99);
    expect(peopleAnArm({ mean: 0, variance: 0 }, { metric: 'REVENUE', ...sought })).toBeNull();
  });
});

describe('looking every day', () => {
  test('of runs without any effect few ever exclude 0 by the always-valid interval, and many by the fixed one', () => {
    const random = seededRandom(5);
    const [RUNS, DAYS, A_DAY] = [150, 14, 60];
    let [always, fixed] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const arms: [number[], number[]] = [[], []];
      const seen = { always: false, fixed: false };
      for (let day = 0; day < DAYS; day += 1) {
        for (const arm of arms) for (let i = 0; i < A_DAY; i += 1) arm.push(standardNormal(random));
        const [a, b] = arms.map(momentsOf) as [ReturnType<typeof momentsOf>, ReturnType<typeof momentsOf>];
        const excludes = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0;
        seen.always ||= excludes(alwaysValid(a, b));
        seen.fixed ||= compareMeans(a, b).p < 0.05;
      }
      always += seen.always ? 1 : 0;
      fixed += seen.fixed ? 1 : 0;
    }
    expect(always / RUNS).toBeLessThanOrEqual(0.055);
    expect(fixed / RUNS).toBeGreaterThan(0.12);
  });
});

describe('what may be said', () => {
  const people = (count: number, of: number) =>
    Array.from({ length: of }, (_, i) => memberOf({ cluster: `p${i}`, converted: i < count ? 1 : 0 }));
  const standing = (a: Member[], b: Member[], more = {}) => {
    const found = contrast('CONVERSION', partsOf(a).all, partsOf(b).all, {
      confidence: 0.95,
      planned: 0,
      byCommunity: false,
    });
    const arms = [{ name: 'variant', contrast: found, guardrails: [], ...more }];
    return { metric: 'CONVERSION' as const, control: 'control', srm: 1, units: a.length, planned: 0, arms };
  };

  test('0 of 20 against 0 of 20 is answered: no difference, p 1, an interval around 0', () => {
    const { p, difference, interval } = compareProportions(
      { people: 20, conversions: 0 },
      { people: 20, conversions: 0 },
    );
    expect([p, difference]).toEqual([1, 0]);
    expect(interval.low).toBeLessThan(-0.1);
    expect(interval.high).toBeGreaterThan(0.1);
    expect(verdictOf(standing(people(0, 20), people(0, 20)))).toMatchObject({ kind: 'GOES_ON', winner: null });
  });

  test('no winner without significance, before the planned size only by the always-valid interval', () => {
    const [a, b] = [people(200, 2000), people(250, 2000)];
    expect(verdictOf(standing(a, b))).toMatchObject({ kind: 'GOES_ON', winner: null }); // p .012 is not enough while looking
    expect(verdictOf({ ...standing(a, b), planned: 2000 })).toMatchObject({ kind: 'WINNER', winner: 'variant' });
    expect(verdictOf(standing(a, people(400, 2000)))).toMatchObject({ kind: 'WINNER' });
    expect(verdictOf({ ...standing(b, a), planned: 2000 })).toMatchObject({ kind: 'CONTROL', winner: 'control' });
    expect(verdictOf({ ...standing(a, people(210, 2000)), planned: 2000 })).toMatchObject({ kind: 'NO_DIFFERENCE' });
  });

  test('a wrong split and a broken guardrail name no winner', () => {
    const [a, b] = [people(200, 2000), people(400, 2000)];
    expect(verdictOf({ ...standing(a, b), srm: 0.0001 })).toMatchObject({ kind: 'WRONG_SPLIT', winner: null });
    const broken = { contrast: standing(a, b).arms[0]!.contrast, metric: 'UNSUBSCRIBED' as const };
    expect(verdictOf(standing(a, b, { guardrails: [broken] }))).toMatchObject({ kind: 'GUARDRAIL', winner: null });
  });
});
