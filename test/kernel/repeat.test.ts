import { type Repeated, repeat } from '../../src/kernel/clock.js';
import { until } from '../setup/until.js';

describe('work that comes again and again', () => {
  let times = 0;
  let beside: Repeated;
  beforeAll(() => {
    beside = repeat(2, async () => times++, fail);
  });
  afterAll(() => beside.stop());

  const fail = (error: unknown) => {
    throw error;
  };
  /** Until a timer of the same interval has come five times more. */
  const fiveTimes = () => {
    const from = times;
    return until('five times', () => times >= from + 5);
  };

  test('never overlaps itself, and stopping waits for the round under way', async () => {
    const ends: (() => void)[] = [];
    const repeated = repeat(2, () => new Promise<void>((resolve) => ends.push(resolve)), fail);
    await until('the first round', () => ends.length > 0);
    await fiveTimes();
    expect(ends).toHaveLength(1); // the times that came while it was at work are left out
    ends[0]!();
    await until('the second round', () => ends.length > 1);
    let stopped = false;
    const stopping = repeated.stop().then(() => {
      stopped = true;
    });
    await fiveTimes();
    expect(stopped).toBe(false);
    ends[1]!();
    await stopping;
    await fiveTimes();
    expect(ends).toHaveLength(2);
  });

  test('goes on after a round that failed, and tells of it', async () => {
    const told: unknown[] = [];
    let rounds = 0;
    const work = async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('first');
    };
    const repeated = repeat(2, work, (error) => told.push(error));
    await until('three rounds', () => rounds >= 3);
    await repeated.stop();
    expect(told.map(String)).toEqual(['Error: first']);
  });
});
