import {
  type Arm,
  chanceBetter,
  epsilonGreedy,
  type Policy,
  replay,
  thompson,
  ucb1,
} from '../../../src/campaigns/bandits/policies.js';
import { seededRandom } from '../../../src/kernel/random.js';

test('20 of 100 against 30 of 100: the second is better with a chance of .9476', () => {
  const chance = chanceBetter({ successes: 20, failures: 80 }, { successes: 30, failures: 70 });
  expect(chance).toBeCloseTo(0.9476, 4);
});

test('UCB1 tries a new arm first, then the highest bound', () => {
  const known: Arm[] = [
    { id: 'a', successes: 5, failures: 5 },
    { id: 'b', successes: 1, failures: 0 },
  ];
  const random = seededRandom(1);
  expect(ucb1([...known, { id: 'new', successes: 0, failures: 0 }], random)).toBe('new');
  // a: .5 + √(2 ln 11 / 10) = 1.192; b: 1 + √(2 ln 11) = 3.19
  expect(ucb1(known, random)).toBe('b');
});

test.each<[string, Policy]>([
  ['Thompson', thompson],
  ['UCB1', ucb1],
  ['greedy', epsilonGreedy(0.1)],
])('%s shows the best of three arms most, and the same run from the same seed', (_name, policy) => {
  const rates = new Map([
    ['a', 0.1],
    ['b', 0.3],
    ['c', 0.7],
  ]);
  const run = () => {
    const random = seededRandom(9);
    const arms = [...rates.keys()].map((id) => ({ id, successes: 0, failures: 0 }));
    return Array.from({ length: 1000 }, () => {
      const id = policy(arms, random);
      const arm = arms.find((one) => one.id === id)!;
      if (random.next() < rates.get(id)!) arm.successes += 1;
      else arm.failures += 1;
      return id;
    });
  };
  const shown = run();
  expect(shown.filter((id) => id === 'c').length).toBeGreaterThan(600);
  expect(run()).toEqual(shown);
});

test('replay counts only where the policy agrees with the log', () => {
  const random = seededRandom(2);
  const log = Array.from({ length: 4000 }, () => {
    const arm = random.next() < 0.5 ? 'a' : 'b';
    return { arm, success: random.next() < (arm === 'a' ? 0.2 : 0.6) };
  });
  const { rounds, rate } = replay(thompson, ['a', 'b'], log, seededRandom(3));
  expect(rounds).toBeGreaterThan(1000);
  expect(rate).toBeGreaterThan(0.5);
});
