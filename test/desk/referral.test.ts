import { decisionScene, waysOf } from '../../src/desk/companies/decision-scene.js';
import { pathPlaces, pathScene } from '../../src/desk/referral/path-scene.js';

import { type Tree, treePlaces, treeScene } from '../../src/desk/referral/tree-scene.js';

const member = (customerId: string, referrerId: string, level: number, converted = true) => ({
  customerId,
  customer: null,
  referrerId,
  level,
  converted,
});

const tree: Tree = {
  customerId: 'r',
  customer: null,
  people: 4,
  depth: 2,
  breadth: 2,
  conversions: 3,
  value: [],
  levels: [],
  members: [member('a', 'r', 1), member('b', 'r', 1, false), member('c', 'a', 2), member('d', 'a', 2)],
  notShown: 0,
};

describe('the picture of a referral tree', () => {
  it('draws everybody once, an arrow from who brought them, coloured by what became of them', () => {
    const { dots, lines } = treeScene(tree);
    expect(dots.map(({ id, community }) => [id, community])).toEqual([
      ['r', 'root'],
      ['a', 'converted'],
      ['b', 'joined'],
      ['c', 'converted'],
      ['d', 'converted'],
    ]);
    expect(lines.map(({ from, to, directed }) => [from, to, directed])).toContainEqual(['a', 'd', true]);
  });

  it('puts levels beside each other, and everybody in the middle of those they brought', () => {
    const places = treePlaces(tree);
    expect(['r', 'a', 'b', 'c', 'd'].map((id) => places.get(id)!.x / 200)).toEqual([0, 1, 1, 2, 2]);
    expect(places.get('a')!.y).toBe((places.get('c')!.y + places.get('d')!.y) / 2);
    const spots = [...places.values()].map(({ x, y }) => `${x},${y}`);
    expect(new Set(spots).size).toBe(5);
  });
});

describe('the picture of introduction paths', () => {
  const step = (customerId: string, closeness: number | null) => ({ customerId, closeness, customer: null });
  const paths = [
    { closeness: 0.5, steps: [step('s', null), step('m', 0.8), step('e', 0.625)] },
    { closeness: 0.4, steps: [step('s', null), step('n', 0.5), step('m', 1), step('e', 0.625)] },
  ];

  it('draws people and steps once, the closeness written on each step', () => {
    const { dots, lines } = pathScene({ paths }, (closeness) => `${100 * closeness} %`);
    expect(dots.map(({ id }) => id).sort()).toEqual(['e', 'm', 'n', 's']);
    expect(lines.map(({ id, label }) => [id, label]).sort()).toEqual([
      ['m>e', '62.5 %'],
      ['n>m', '100 %'],
      ['s>m', '80 %'],
      ['s>n', '50 %'],
    ]);
  });

  it('puts the start on the left, the end on the right, and paths on rows of their own', () => {
    const places = pathPlaces({ paths });
    expect(['s', 'n', 'm', 'e'].map((id) => places.get(id)!.x / 200)).toEqual([0, 1, 2, 3]);
    expect(places.get('s')!.y).toBe(places.get('e')!.y);
    expect(places.get('n')!.y).toBeGreaterThan(places.get('s')!.y);
    expect(pathPlaces({ paths: [] }).size).toBe(0);
  });
});

describe('the picture of a decision', () => {
  const step = (customerId: string) => ({ customerId, closeness: 0.5, customer: null });
  const way = (...ids: string[]) => ({ steps: ids.map(step), probability: 0.5, formal: null });
  const decision = {
    companyId: 'k',
    name: null,
    nameZh: null,
    decisionMaker: { customerId: 'm', customer: null, role: null },
    people: ['m', 'a', 'b'].map((customerId) => ({ customerId, customer: null, role: null })),
    notShown: 0,
    chains: [way('a', 'm'), way('b', 'm')],
    influencers: [],
    gatekeepers: [],
    waysIn: [way('o', 'a', 'm')],
  };

  it('draws no chain again that is the end of a way in, and tells who decides from who is outside', () => {
    expect(waysOf(decision).map(({ steps }) => steps.length)).toEqual([3, 2]);
    const { dots, lines } = decisionScene(decision, String);
    expect(Object.fromEntries(dots.map(({ id, community }) => [id, community]))).toEqual({
      m: 'maker',
      a: 'staff',
      b: 'staff',
      o: 'outside',
    });
    expect(lines).toHaveLength(3);
  });
});
