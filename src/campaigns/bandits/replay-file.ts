import { parse } from 'csv-parse/sync';
import { AppError } from '../../kernel/error.js';
import { seededRandom } from '../../kernel/random.js';
import { POLICIES, policyOf } from './input.js';
import { type Logged, replay } from './policies.js';

export interface Replayed {
  readonly policy: string;
  /** Choices of the log with which the policy agreed. */
  readonly rounds: number;
  /** Share of successes over them, 0..1; null without any. */
  readonly rate: number | null;
}

/**
 * What each policy would have earned on a log of uniform choices (CSV: arm, success as 0 or 1), beside the log itself.
 * Throws INPUT.
 */
export function replayFile(text: string, { seed = 1, epsilon = 0.1 } = {}): Replayed[] {
  const log = logOf(text);
  const ids = [...new Set(log.map(({ arm }) => arm))].sort();
  const logged = log.filter(({ success }) => success).length / log.length;
  return [
    { policy: 'AS LOGGED', rounds: log.length, rate: logged },
    ...POLICIES.map((name) => {
      const { rounds, rate } = replay(policyOf(name, epsilon), ids, log, seededRandom(seed));
      return { policy: name, rounds, rate: rounds === 0 ? null : rate };
    }),
  ];
}

function logOf(text: string): Logged[] {
  const rows = parse(text, { columns: true, trim: true, bom: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];
  if (rows.length === 0)
    throw new AppError('INPUT', 'the log has no rows', 'give lines of arm,success below that header');
  return rows.map(({ arm, success }, at) => {
    if (arm && /^[01]$/.test(success ?? '')) return { arm, success: success === '1' };
    throw new AppError(
      'INPUT',
      `line ${at + 2} of the log is not arm,success`,
      'write success as 0 or 1, like photo,1',
    );
  });
}
