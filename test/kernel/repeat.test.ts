import { repeat } from '../../src/kernel/clock.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('work that comes again and again', () => {
  test('never overlaps itself, and stopping waits for the round under way', async () => {
    let under = 0;
    let most = 0;
    let rounds = 0;
    const work = async () => {
      under += 1;
      most = Math.max(most, under);
      await wait(30);
      under -= 1;
      rounds += 1;
    };
    const repeated = repeat(2, work, () => undefined);
    while (rounds < 2 || under === 0) await wait(1);
    await repeated.stop();
    const done = rounds;
    await wait(50);
    expect({ most, under, later: rounds - done }).toEqual({ most: 1, under: 0, later: 0 });
  });

  test('goes on after a round that failed, and tells of it', async () => {
    const told: unknown[] = [];
    let rounds = 0;
    const work = async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('first');
    };
    const repeated = repeat(1, work, (error) => told.push(error));
    while (rounds < 3) await wait(1);
    await repeated.stop();
    expect(told.map(String)).toEqual(['Error: first']);
  });
});
