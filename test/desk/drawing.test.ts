import { found, neighboursOf, sceneOf } from '../../src/desk/picture/drawing.js';
import { nextTo } from '../../src/desk/picture/keys.js';
import { diameterOf, fitted, startPositions } from '../../src/desk/picture/places.js';
import type { Drawing } from '../../src/kernel/drawing.js';

const person = (id: string, communityId: string | null, influence: number | null, city = '成都') => ({
  id,
  labels: ['Customer', 'Profiled'],
  properties: { alias: `C-${id.toUpperCase()}`, city, communityId, influence, reach: 90 },
});
const tie = (from: string, to: string, closeness: number) => ({
  id: `${from}${to}`,
  from,
  to,
  type: 'KNOWS',
  properties: { closeness, kinds: ['FOLLOWS'] },
});

const drawing: Drawing = {
  nodes: [
    person('a', 'k2', 10),
    person('b', 'k1', 90, '西安'),
    person('c', 'k1', 50, '西安'),
    person('d', null, null),
    person('e', 'k1', 50),
    { id: 'Company:x', labels: ['Company'], properties: { name: 'X' } },
  ],
  ties: [tie('a', 'b', 0.2), tie('b', 'c', 0.9), tie('e', 'b', 0.9), tie('a', 'Company:x', 1), tie('a', 'a', 1)],
};
const scene = sceneOf(drawing);

describe('the scene of a drawing', () => {
  it('holds people by influence, those without a score last', () => {
    expect(scene.dots.map((dot) => [dot.id, dot.influence])).toEqual([
      ['b', 90],
      ['c', 50],
      ['e', 50],
      ['a', 10],
      ['d', 0],
    ]);
    expect(scene.dots[0]!.parts).toEqual({ reach: 0.9 });
  });

  it('ranks communities by size, with who leads them and where they live', () => {
    expect(scene.groups).toEqual([
      { id: 'k1', rank: 0, size: 3, leader: 'C-B', city: '西安' },
      { id: 'k2', rank: 1, size: 1, leader: 'C-A', city: '成都' },
    ]);
    expect(scene.dots.map((dot) => dot.rank)).toEqual([0, 0, 0, 1, -1]);
  });

  it('draws only ties between two different people, the closest on top', () => {
    expect(scene.lines.map((line) => line.id)).toEqual(['ab', 'bc', 'eb']);
  });

  it('finds neighbours whichever way a tie was drawn, closest first', () => {
    expect(neighboursOf(scene, 'b').map((near) => [near.alias, near.closeness])).toEqual([
      ['C-C', 0.9],
      ['C-E', 0.9],
      ['C-A', 0.2],
    ]);
    expect(neighboursOf(scene, 'd')).toEqual([]);
  });
});

describe('search by alias', () => {
  it('takes the exact alias in any case before one that only holds it', () => {
    expect(found(scene, ' c-c ')!.id).toBe('c');
    expect(found(scene, 'E')!.id).toBe('e');
    expect(found(scene, 'zzz')).toBeNull();
    expect(found(scene, '  ')).toBeNull();
  });
});

describe('where and how large', () => {
  it('gives the same start for the same data, everybody at a place of their own', () => {
    const start = startPositions(scene);
    expect(start).toEqual(startPositions(sceneOf(drawing)));
    const places = [...start.values()].map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`);
    expect(new Set(places).size).toBe(scene.dots.length);
  });

  it('keeps communities apart at the start', () => {
    const start = startPositions(scene);
    const far = Math.hypot(start.get('b')!.x - start.get('a')!.x, start.get('b')!.y - start.get('a')!.y);
    for (const id of ['c', 'e'])
      expect(Math.hypot(start.get('b')!.x - start.get(id)!.x, start.get('b')!.y - start.get(id)!.y)).toBeLessThan(far);
  });

  it('grows from the least to the most influential of the picture', () => {
    expect([60, 99].map((influence) => diameterOf(influence, 60, 99))).toEqual([16, 74]);
    expect(diameterOf(90, 60, 99)).toBeGreaterThan(diameterOf(80, 60, 99));
    expect(diameterOf(120, 60, 99)).toBe(74);
    expect(diameterOf(50, 50, 50)).toBe(diameterOf(7, 7, 7));
  });

  it('uses the room of the paper, downwards where it is narrow', () => {
    const places = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 400, y: 100 }],
    ]);
    expect(fitted(places, 800, 400).get('b')).toEqual({ x: 400, y: 200 });
    expect(fitted(places, 300, 300).get('b')).toEqual({ x: 400, y: 300 });
    expect(fitted(places, 300, 300, true).get('b')).toEqual({ x: 300, y: 400 });
    expect(fitted(new Map([['a', { x: 3, y: 5 }]]), 300, 300).get('a')).toEqual({ x: 3, y: 5 });
  });
});

describe('the picture by keyboard', () => {
  it('goes from one to the next by influence, round and round, and begins with the most influential', () => {
    expect([nextTo(null, 1, scene), nextTo('b', 1, scene), nextTo('b', -1, scene), nextTo('d', 1, scene)]).toEqual([
      'b',
      'c',
      'd',
      'b',
    ]);
    expect(nextTo('someone else', -1, scene)).toBe('b');
  });
});
