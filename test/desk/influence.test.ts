import { analysisOf } from '../../src/desk/client.js';
import { atLeast, pathOf, pointsOf, rangeOf } from '../../src/desk/components/line.js';
import { rolesIn } from '../../src/desk/components/notice.js';
import { conditionsOf, type Reason, sharesOf } from '../../src/desk/influence/shares.js';

const reason = (name: string, percentile: number | null, weight: number | null): Reason => ({
  name,
  percentile,
  weight,
  contribution: percentile === null || weight === null ? null : percentile * weight,
  met: true,
  why: name,
  whyZh: name,
});

describe('an explained score', () => {
  it('has its parts in the order of the bar, each with the most it could add', () => {
    const shares = sharesOf([reason('brokerage', 50, 0.2), reason('other', 1, 1), reason('reach', 90, 0.4)]);
    expect(shares.map(({ part, points, most, above }) => [part, points, most, above])).toEqual([
      ['reach', 36, 40, 0.9],
      ['brokerage', 10, 20, 0.5],
    ]);
    expect(sharesOf([reason('reach', null, 0.4)])).toEqual([]);
  });

  it('has the conditions of each role together', () => {
    const found = conditionsOf(['KOL.reach', 'KOC.rank', 'KOL.response'].map((name) => reason(name, null, null)));
    expect([...found].map(([role, list]) => [role, list.length])).toEqual([
      ['KOL', 2],
      ['KOC', 1],
    ]);
  });
});

describe('a line over time', () => {
  const frame = { width: 120, height: 40, margin: 10 };

  it('goes from edge to edge, from least to most', () => {
    expect(pointsOf([10, 30, 20], frame)).toEqual([
      { x: 10, y: 30 },
      { x: 60, y: 10 },
      { x: 110, y: 20 },
    ]);
    expect(pathOf(pointsOf([10, 30], frame))).toBe('M10 30 L110 10');
  });

  it('lies in the middle where nothing moves, and begins at a range that is given', () => {
    expect(pointsOf([5, 5], frame).map(({ y }) => y)).toEqual([20, 20]);
    expect(pointsOf([5], frame)).toEqual([{ x: 60, y: 20 }]);
    expect(pointsOf([5, 10], frame, { least: 0, most: 10 }).map(({ y }) => y)).toEqual([20, 10]);
    expect(atLeast({ least: 78.8, most: 79 }, 5)).toEqual({ least: 76.4, most: 81.4 });
    expect(atLeast({ least: 1, most: 2 }, 5)).toEqual({ least: 0, most: 5 });
    expect(atLeast({ least: 10, most: 90 }, 5)).toEqual({ least: 10, most: 90 });
    expect([pointsOf([], frame), rangeOf([])]).toEqual([[], { least: 0, most: 0 }]);
  });
});

describe('what is said beside an answer', () => {
  it('is how old the scores are, where the server says so', () => {
    const analysis = { finishedAt: null, running: false, changedTies: 0, changedConsents: 0, stale: true };
    expect(analysisOf({ data: {}, extensions: { analysis } })).toEqual(analysis);
    expect([analysisOf(null), analysisOf({ data: {} })]).toEqual([null, null]);
  });

  it('is to whom it is open, where the role may not ask', () => {
    expect(rolesIn('ask with a token of role analyst or marketer or privacy-officer')).toEqual([
      'analyst',
      'marketer',
      'privacy-officer',
    ]);
    expect(rolesIn('the policy hides fields of this class')).toEqual([]);
  });
});
