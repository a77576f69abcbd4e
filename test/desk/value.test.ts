import { routeOf } from '../../src/desk/route.js';
import { askedOf, endOf, valueHref } from '../../src/desk/value/address.js';
import { heat } from '../../src/desk/value/heat.js';
import { matrixOf, mixOf } from '../../src/desk/value/matrix.js';

const today = new Date(2026, 10, 30); // 30 November, where the reader's clock stands

describe('the address of what is looked at', () => {
  it('holds a cell and two days, and gives them back', () => {
    const asked = { cell: { recency: 5, fm: 4 }, from: '2026-07-31', to: '2026-10-31' };
    expect(valueHref(asked)).toBe('#value/R5FM4/2026-07-31/2026-10-31');
    expect(askedOf(routeOf(valueHref(asked)), today)).toEqual(asked);
    expect(askedOf(routeOf(valueHref({ ...asked, cell: null })), today)).toEqual({ ...asked, cell: null });
  });

  it('is about the last three months by itself, to the last day of a shorter one, and leaves what is no day unread', () => {
    const last = { cell: null, from: '2026-08-30', to: '2026-11-30' };
    for (const href of ['#value', '#value/R6FM1', '#value/ALL/2026-13-40/tomorrow'])
      expect(askedOf(routeOf(href), today)).toEqual(last);
    expect(askedOf(routeOf('#value'), new Date(2026, 4, 31)).from).toBe('2026-02-28');
  });

  it('asks for days to their end', () => {
    expect(new Date(endOf('2026-07-31'))).toEqual(new Date(2026, 6, 31, 23, 59, 59, 999));
  });
});

describe('the matrix of moves', () => {
  const moves = [
    { before: 'b', after: 'a', customers: 3 },
    { before: 'a', after: 'a', customers: 5 },
    { before: 'a', after: null, customers: 1 },
    { before: null, after: 'b', customers: 2 },
  ];

  it('has rows and columns in the order of the segments, who was not graded last, and its sums', () => {
    expect(matrixOf(moves, ['a', 'x', 'b'])).toEqual({
      columns: ['a', 'b', null],
      rows: [
        { before: 'a', cells: [5, 0, 1], total: 6 },
        { before: 'b', cells: [3, 0, 0], total: 3 },
        { before: null, cells: [0, 2, 0], total: 2 },
      ],
      stayed: 5,
      moved: 6,
    });
    expect(matrixOf([], ['a']).rows).toEqual([]);
  });

  it('tints a cell by the root of its share, none where nobody is', () => {
    expect([0, 0.25, 1].map((share) => /(\d+)%/.exec(heat(share).backgroundColor)![1])).toEqual(['0', '23', '45']);
  });
});

it('compares the first run with the last, also where a segment is new', () => {
  const row = (run: string, at: string, segment: string, share: number) => ({ run, at, segment, share });
  const rows = [row('r1', '2026-01', 'a', 1), row('r2', '2026-02', 'a', 0.25), row('r2', '2026-02', 'b', 0.75)];
  const { moments, mix } = mixOf(rows);
  expect(moments).toEqual(['2026-01', '2026-02']);
  expect(mix.map(({ segment, first, last }) => [segment.segment, first, last])).toEqual([
    ['a', 1, 0.25],
    ['b', 0, 0.75],
  ]);
});
