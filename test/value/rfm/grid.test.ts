import { fmOf, GRID_FILE, gridInForce, gridSegmentOf } from '../../../src/value/rfm/grid.js';
import { GRADE_TABLE, type Grades } from '../../../src/value/rfm/rfm.js';
import { knownSegments, segmentOf, segmentsOf } from '../../../src/value/rfm/segment-sets.js';

const named = new Map(segmentsOf('grid').map((segment) => [segment.id, segment]));

test('eleven segments have a name in each language, and every one of the 125 triples is in one of them', () => {
  expect([...named.values()].map(({ name, nameZh }) => `${name} ${nameZh}`)).toEqual([
    'Champions 重要价值',
    'Loyal 忠诚',
    'Potential Loyalists 潜力忠诚',
    'Recent 新客',
    'Promising 有希望',
    'Needing Attention 需关注',
    'About To Sleep 即将沉睡',
    'At Risk 有流失风险',
    'Cannot Lose Them 不能失去',
    'Hibernating 沉睡',
    'Lost 已流失',
  ]);
  expect(new Set(GRADE_TABLE.map((grades) => segmentOf(grades)))).toEqual(new Set(named.keys()));
});

test.each<[Grades, string]>([
  [[5, 5, 5], 'Champions'],
  [[5, 4, 3], 'Champions'], // FM 4
  [[4, 5, 5], 'Champions'],
  [[4, 3, 4], 'Loyal'], // FM 4
  [[3, 5, 5], 'Loyal'],
  [[5, 2, 3], 'Potential Loyalists'], // FM 3
  [[5, 1, 1], 'Recent'],
  [[4, 1, 2], 'Promising'], // FM 2
  [[3, 3, 2], 'Needing Attention'], // FM 3
  [[3, 1, 1], 'About To Sleep'],
  [[2, 5, 5], 'At Risk'],
  [[1, 3, 2], 'At Risk'], // FM 3
  [[1, 4, 3], 'Cannot Lose Them'],
  [[2, 2, 2], 'Hibernating'],
  [[1, 1, 1], 'Lost'],
])('grades %j are %s', (grades, name) => {
  expect(named.get(segmentOf(grades))!.name).toBe(name);
});

test('frequency and monetary value count as one, halves upwards', () => {
  expect([fmOf(1, 1), fmOf(1, 2), fmOf(5, 5), fmOf(5, 4), fmOf(1, 5)]).toEqual([1, 2, 5, 5, 3]);
});

test('a grid of a file of one’s own is followed; a cell without a name is named with its place', () => {
  const shipped = gridInForce();
  const swapped = GRID_FILE.parse({
    ...shipped,
    grid: { ...shipped.grid, 1: ['loyal', 'lost', 'lost', 'lost', 'lost'] },
  });
  expect(gridSegmentOf(swapped, [1, 5, 5])).toBe('rfm:loyal');
  const wrong = GRID_FILE.safeParse({
    ...shipped,
    grid: { ...shipped.grid, 2: ['vip', 'lost', 'lost', 'lost', 'lost'] },
  });
  expect(wrong.error!.issues).toMatchObject([{ path: ['grid', '2', 0], message: 'segment vip has no names' }]);
});

test('a publication counts by the segments of every set, none learnt from the data', () => {
  expect(knownSegments()).toEqual(expect.arrayContaining(['rfm:recent', 'rfm:hibernating', 'rfm:new', 'rfm:others']));
});
