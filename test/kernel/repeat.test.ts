import { repeat } from '../../src/kernel/clock.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('work that comes again and again', () => {
  test('never overlaps itself, and stopping waits for the round under way', async () => {
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    const repeated = repeat(10, work, () => undefined);
    await jest.advanceTimersByTimeAsync(50);
    expect(ends).toHaveLength(1); // the times that came while it was at work are left out
    ends[0]!();
    await jest.advanceTimersByTimeAsync(10);
    expect(ends).toHaveLength(2);
    let stopped = false;
    const stopping = repeated.stop().then(() => {
      stopped = true;
    });
    await jest.advanceTimersByTimeAsync(100);
    expect(stopped).toBe(false);
    ends[1]!();
    await stopping;
    await jest.advanceTimersByTimeAsync(100);
    expect(ends).toHaveLength(2);
  });

  test('goes on after a round that failed, and tells of it', async () => {
    const told: unknown[] = [];
    let rounds = 0;
    const work = async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('first');
    };
    const repeated = repeat(10, work, (error) => told.push(error));
    await jest.advanceTimersByTimeAsync(30);
    await repeated.stop();
    expect([rounds, told.map(String)]).toEqual([3, ['Error: first']]);
  });
});
