import fc from 'fast-check';
import { afterOf, intervalOf, type JobState, nextRun } from '../../src/jobs/job.js';
import { nextTime } from '../../src/jobs/times.js';
import { HOUR_MS } from '../../src/kernel/clock.js';

const START = new Date('2026-01-01T00:00:00Z');
const later = (hours: number) => new Date(START.getTime() + hours * HOUR_MS);
const NEVER: JobState = { queuedAt: null, startedAt: null, endedAt: null, attempts: 0, held: false };

describe('when a job is next', () => {
  const ended = (from: Date): JobState => ({ ...NEVER, startedAt: from, endedAt: from });

  test('an interval after the start of its last run, or of the same done by hand; at once where it never ran', () => {
    expect(nextRun(NEVER, HOUR_MS)).toEqual(new Date(0));
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.nat(1000), (from, hours, byHand) => {
        const next = nextRun(ended(later(from)), hours * HOUR_MS, later(byHand));
        expect(next).toEqual(later(Math.max(from, byHand) + hours));
      }),
    );
  });

  test('never without an interval, unless it is queued after its last run began', () => {
    expect(nextRun(ended(START), null)).toBeNull();
    expect(nextRun({ ...ended(START), queuedAt: later(1) }, null)).toEqual(later(1));
    expect(nextRun({ ...ended(later(2)), queuedAt: later(1) }, null)).toBeNull();
  });

  test('at once where its server died, three starts in a row at most; never while a server holds it', () => {
    const died = (attempts: number): JobState => ({ ...ended(START), startedAt: later(5), attempts });
    expect(nextRun(died(1), HOUR_MS)).toEqual(later(5));
    expect(nextRun(died(3), HOUR_MS)).toEqual(later(6));
    expect(nextRun({ ...died(1), held: true }, HOUR_MS)).toBeNull();
  });

  test('a setting gives the interval, and 0 leaves the job to whoever asks', () => {
    const every = { setting: 'EVERY', unit: 'hours' } as const;
    expect(intervalOf({ every }, { EVERY: 2 })).toBe(2 * HOUR_MS);
    expect(intervalOf({ every }, { EVERY: 0 })).toBeNull();
  });
});

describe('times of day', () => {
  const BERLIN = 'Europe/Berlin';
  const times = (pattern: string, from: string, count = 3) => {
    const found: string[] = [];
    for (let last = new Date(from); found.length < count; ) {
      last = nextTime(pattern, BERLIN, last)!;
      found.push(last.toISOString().slice(0, 16));
    }
    return found;
  };

  test('in the hour that clocks skip once, right after the change', () => {
    const expected = ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'];
    expect(times('30 2 * * *', '2026-03-28T00:00:00Z')).toEqual(expected);
  });

  test('in the hour that comes twice once, the first time', () => {
    const expected = ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'];
    expect(times('30 2 * * *', '2026-10-24T00:00:00Z')).toEqual(expected);
  });

  test.each([
    ['0 3 1 * 1', 'both a day of the month and a weekday'],
    ['0 3 * *', 'needs minute, hour'],
    ['0 25 * * *', 'cannot be read'],
  ])('%s is refused', (pattern, problem) => {
    expect(() => nextTime(pattern, BERLIN, START)).toThrow(problem);
  });

  test.each(['0 3 1 * *', '0 3 * * 1'])('%s names one of them and is taken', (pattern) => {
    expect(nextTime(pattern, BERLIN, START)).not.toBeNull();
  });

  test('what was missed for days is due once, and then at its next time', () => {
    const after = afterOf({ every: { at: '0 3 * * *' } }, { TIME_ZONE: BERLIN });
    const next = nextRun({ ...NEVER, startedAt: START, endedAt: START }, after);
    expect(next).toEqual(new Date('2026-01-01T02:00:00Z'));
    const late = new Date('2026-01-20T12:00:00Z'); // the run that makes up for all
    expect(nextRun({ ...NEVER, startedAt: late, endedAt: late }, after)).toEqual(new Date('2026-01-21T02:00:00Z'));
  });
});

test('a daily job that failed is tried again after an hour, one of every minute at its next turn', () => {
  const startedAt = new Date('2026-03-01T00:00:00Z');
  const failed = { queuedAt: null, startedAt, endedAt: startedAt, attempts: 0, held: false, outcome: 'FAILED' };
  expect(nextRun(failed, 24 * 3_600_000)).toEqual(new Date('2026-03-01T01:00:00Z'));
  expect(nextRun(failed, 60_000)).toEqual(new Date('2026-03-01T00:01:00Z'));
  expect(nextRun({ ...failed, outcome: 'DONE' }, 24 * 3_600_000)).toEqual(new Date('2026-03-02T00:00:00Z'));
});
