import fc from 'fast-check';
import { type KnownName, nameCommunities, type Topic } from '../../../src/analysis/communities/community-names.js';

const topic = (kind: Topic['kind'], name: string, share = 0.5, lift = 2): Topic => ({
  kind,
  lift,
  key: `${kind}:${name}`,
  name,
  nameZh: `${name}们`,
  share,
});
const hikers = [topic('interest', 'Hiking'), topic('interest', 'Tea', 0.3), topic('city', 'Suzhou', 0.9)];

test('a name is the best interest, city and product; what few share is left out', () => {
  const topics = [...hikers, topic('product', 'Wontons', 0.05)];
  expect(nameCommunities([{ id: 'k-1', size: 9, topics }], new Map())).toEqual([
    { id: 'k-1', name: 'Hiking · Suzhou', nameZh: 'Hiking们 · Suzhou们', basis: ['interest:Hiking', 'city:Suzhou'] },
  ]);
  expect(nameCommunities([{ id: 'k-2a7f99', size: 34, topics: [] }], new Map())[0]).toMatchObject({
    name: 'Community 2a7f · 34 people',
    nameZh: '社群 2a7f · 34 人',
  });
});

test('what everybody has as often is no name: the next kind is taken, and none where nothing sets it apart', () => {
  const nameOf = (...topics: Topic[]) => nameCommunities([{ id: 'k-1', size: 9, topics }], new Map())[0]!.name;
  const dish = topic('product', 'Wontons', 0.9, 1.1);
  const employer = topic('company', 'Mill', 0.4, 30);
  expect(nameOf(topic('interest', 'Hiking', 0.5, 1.4), topic('interest', 'Tea', 0.3, 1.6), dish)).toBe('Tea');
  expect(nameOf(dish, topic('category', 'Soups', 0.4, 1.8), topic('category', 'Tea', 0.3, 9))).toBe('Soups');
  expect(nameOf(topic('city', 'Suzhou', 0.9, 8), dish, employer)).toBe('Suzhou');
  expect(nameOf(dish, employer)).toBe('Mill');
  expect(nameOf(dish, topic('city', 'Suzhou', 1, 1.5))).toBe('Community 1 · 9 people');
});

test('a made name goes when one of its topics does not set the community apart any more', () => {
  const known = {
    id: 'k-1',
    name: 'Tea · Suzhou',
    nameZh: '茶',
    basis: ['interest:Tea', 'city:Suzhou'],
    byPerson: false,
  };
  const nameWith = (lift: number) => {
    const topics = [...hikers.slice(0, 2), topic('city', 'Suzhou', 0.9, lift)];
    return nameCommunities([{ id: 'k-1', size: 9, topics }], new Map([['k-1', known]]))[0]!.name;
  };
  expect([nameWith(1.6), nameWith(1.2)]).toEqual(['Tea · Suzhou', 'Hiking']);
});

test('a made name stays while its topics are there, a given one always, and no two are the same', () => {
  const known = new Map<string, KnownName>([
    ['k-1', { id: 'k-1', name: 'Tea · Suzhou', nameZh: '茶', basis: ['interest:Tea', 'city:Suzhou'], byPerson: false }],
    ['k-2', { id: 'k-2', name: 'Our friends', nameZh: '朋友', basis: [], byPerson: true }],
    ['k-3', { id: 'k-3', name: 'Chess', nameZh: '棋', basis: ['interest:Chess'], byPerson: false }],
  ]);
  const ids = ['k-1', 'k-2', 'k-3', 'k-4'];
  const names = nameCommunities(
    ids.map((id) => ({ id, size: 9, topics: hikers })),
    known,
  );
  expect(names.map(({ name }) => name)).toEqual([
    'Tea · Suzhou',
    'Our friends',
    'Hiking · Suzhou',
    'Hiking · Suzhou (2)',
  ]);
});

test('naming again what was just named changes nothing, whatever the topics', () => {
  const topics = fc.array(
    fc.tuple(
      fc.constantFrom('interest', 'city', 'product'),
      fc.constantFrom('a', 'b', 'c'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(topics, { maxLength: 8 }), (drawn) => {
      const communities = drawn.map((list, at) => ({
        id: `k-${at}`,
        size: 9,
        topics: list.map(([kind, name, share]) => topic(kind as Topic['kind'], name, share)),
      }));
      const first = nameCommunities(communities, new Map());
      expect(new Set(first.map(({ name }) => name)).size).toBe(communities.length);
      const known = new Map(first.map((name) => [name.id, { ...name, byPerson: false }]));
      expect(new Set(nameCommunities(communities, known).map(({ name }) => name))).toEqual(
        new Set(first.map(({ name }) => name)),
      );
    }),
  );
});
