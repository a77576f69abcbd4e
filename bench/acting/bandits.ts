import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Arm, epsilonGreedy, type Policy, thompson, ucb1 } from '../../src/campaigns/bandits/policies.js';
import type { CliContext } from '../../src/cli/context.js';
import { AppError } from '../../src/kernel/error.js';
import { seededRandom } from '../../src/kernel/random.js';
import { packageRoot } from '../../src/kernel/root.js';

const [PROBLEMS, ROUNDS, ARMS] = [20, 1000, 5];
/** Each problem so often, by other draws of the policy: what one run of ε-greedy misses is mostly luck. */
const RUNS = 5;
const POLICIES: readonly (readonly [string, Policy])[] = [
  ['Thompson', thompson],
  ['UCB1', ucb1],
  ['ε-greedy', epsilonGreedy(0.1)],
];
/** What stands in the definitions: at most so much of MABWiser's. */
const MOST = 1.1;

interface Problem {
  readonly rates: readonly number[];
  /** What each arm would give in each round, drawn beforehand: both choose among the same. */
  readonly rewards: readonly (readonly number[])[];
}

/**
 * `npm run bench -- bandits [--python PYTHON]`: mean regret on 20 seeded problems. Beside MABWiser's same policy where
 * a Python is named that has it (`python3 -m venv V && V/bin/pip install mabwiser`, then `--python V/bin/python`).
 */
export async function run(args: string[], { out }: CliContext): Promise<void> {
  const { python } = parseArgs({ args, options: { python: { type: 'string' } } }).values;
  const problems = Array.from({ length: PROBLEMS }, (_, at) => problemOf(at));
  const theirs = python === undefined ? null : regretsIn(python, problems);
  out(`${PROBLEMS} problems of ${ARMS} arms, ${ROUNDS} rounds, ${RUNS} runs each: mean regret, in rewards missed`);
  const above: string[] = [];
  for (const [name, policy] of POLICIES) {
    const ours = mean(
      problems.flatMap((problem, at) =>
        Array.from({ length: RUNS }, (_, run) => regretOf(policy, problem, 2000 + at + PROBLEMS * run)),
      ),
    );
    const other = theirs?.[name];
    const ratio = other ? ours / mean(other) : null;
    if (ratio !== null && ratio > MOST) above.push(name);
    const beside =
      ratio === null ? '' : `   MABWiser ${mean(other!).toFixed(1).padStart(6)}   ratio ${ratio.toFixed(3)}`;
    out(`${name.padEnd(9)} ${ours.toFixed(1).padStart(6)}${beside}`);
  }
  if (above.length > 0)
    throw new AppError('CONFLICT', `regret above ${MOST} times MABWiser's: ${above.join(', ')}`, 'look at the policy');
}

function problemOf(at: number): Problem {
  const random = seededRandom(1000 + at);
  const rates = Array.from({ length: ARMS }, () => 0.05 + 0.6 * random.next());
  return { rates, rewards: Array.from({ length: ROUNDS }, () => rates.map((rate) => (random.next() < rate ? 1 : 0))) };
}

function regretOf(policy: Policy, { rates, rewards }: Problem, seed: number): number {
  const random = seededRandom(seed);
  const arms: Arm[] = rates.map((_, arm) => ({ id: String(arm), successes: 0, failures: 0 }));
  const best = Math.max(...rates);
  return rewards.reduce((lost, drawn, round) => {
    // as there, each arm once to begin with
    const chosen = round < arms.length ? round : Number(policy(arms, random));
    const { id, successes, failures } = arms[chosen]!;
    const won = drawn[chosen]!;
    arms[chosen] = { id, successes: successes + won, failures: failures + 1 - won };
    return lost + best - rates[chosen]!;
  }, 0);
}

function regretsIn(python: string, problems: readonly Problem[]): Record<string, number[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'guanxi-bandits-')), 'problems.json');
  writeFileSync(file, JSON.stringify({ problems, runs: RUNS }));
  return JSON.parse(
    execFileSync(python, [join(packageRoot, 'bench', 'acting', 'bandits_beside.py'), file], { encoding: 'utf8' }),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
