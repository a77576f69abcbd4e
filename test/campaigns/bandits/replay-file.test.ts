import { allot, epsilonGreedy, thompson, ucb1 } from '../../../src/campaigns/bandits/policies.js';
import { replayFile } from '../../../src/campaigns/bandits/replay-file.js';
import { seededRandom } from '../../../src/kernel/random.js';

/** Choices at random, of which B succeeds four times as often as A. */
const LOG = Array.from(
  { length: 2_000 },
  (_, i) => `${i % 2 ? 'A' : 'B'},${i % 2 ? Number(i % 11 === 0) : Number(i % 5 < 2)}`,
);

test('every policy earns more than the log, the same with the same seed', () => {
  const rows = replayFile(['arm,success', ...LOG].join('\n'), { seed: 3 });
  expect(rows.map(({ policy }) => policy)).toEqual(['AS LOGGED', 'THOMPSON', 'UCB1', 'EPSILON_GREEDY']);
  for (const { rate } of rows.slice(1)) expect(rate).toBeGreaterThan(rows[0]!.rate! + 0.03);
  expect(replayFile(['arm,success', ...LOG].join('\n'), { seed: 3 })).toEqual(rows);
});

test('a line that is no choice is named', () => {
  expect(() => replayFile('arm,success\nA,1\nA,yes')).toThrow('line 3 of the log is not arm,success');
  expect(() => replayFile('arm,success\n')).toThrow('the log has no rows');
});

test('while rewards are late, people are spread by what is pending', () => {
  const arms = ['A', 'B', 'C'].map((id) => ({ id, successes: 0, failures: 0 }));
  for (const policy of [ucb1, epsilonGreedy(0), thompson]) {
    const chosen = allot(policy, arms, 300, seededRandom(1));
    for (const { id } of arms) expect(chosen.filter((one) => one === id).length).toBeGreaterThan(70);
  }
});
