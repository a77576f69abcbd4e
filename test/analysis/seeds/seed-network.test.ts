import fc from 'fast-check';
import { type PersonRow, seedNetwork } from '../../../src/analysis/seeds/seed-network.js';
import { RESPONSE, type SeedInput, seedQuestion } from '../../../src/analysis/seeds/seed-question.js';

const asked = (more: Partial<SeedInput> = {}) => seedQuestion.parse({ channel: 'SMS', budget: 2, ...more });

const person = (customerId: string, communityId: string | null, ties: Record<string, number> = {}): PersonRow => ({
  customerId,
  communityId,
  mayAsk: customerId !== 'd',
  others: Object.keys(ties),
  closeness: Object.values(ties),
});

/** a knows b and c; b knows somebody who is not among them; nobody knows d, who may not be asked. */
const rows = [
  person('a', 'k1', { b: 0.5, c: 1 }),
  person('b', 'k1', { elsewhere: 0.9 }),
  person('c', 'k2'),
  person('d', null),
];

test('ties among those read, as likely as they are close and the channel is answered', () => {
  const network = seedNetwork(rows, asked());
  expect([...network.graph.ends]).toEqual([0, 1, 0, 2]);
  expect([...network.graph.chances]).toEqual([0.5 * RESPONSE.SMS, RESPONSE.SMS]);
  expect([...network.degrees]).toEqual([2, 1, 1, 0]);
  expect([...network.meanCloseness]).toEqual([0.75, 0.5, 1, 0]);
  expect(network.candidates).toEqual([0, 1, 2]);
  expect(network.floors).toEqual([]);
  expect([...seedNetwork(rows, asked({ response: 0.4 })).graph.chances]).toEqual([0.2, 0.4]);
  expect([...seedNetwork(rows, asked({ response: 0.4, chance: 0.01 })).graph.chances]).toEqual([0.01, 0.01]);
});

test('costs are as told, of those who are there; who is excluded is no candidate', () => {
  const costs = [
    { customerId: 'b', cost: 3 },
    { customerId: 'nobody', cost: 9 },
  ];
  const network = seedNetwork(rows, asked({ costs, defaultCost: 2, excluding: ['a', 'nobody'] }));
  expect([...network.costs]).toEqual([2, 3, 2, 2]);
  expect(network.candidates).toEqual([1, 2]);
});

test('a floor for each community named, or for each that is large enough', () => {
  const floors = (perCommunity: SeedInput['perCommunity']) => seedNetwork(rows, asked({ perCommunity })).floors;
  expect(floors({ atLeast: 1, minSize: 2 })).toEqual([{ community: 'k1', atLeast: 1, members: [0, 1] }]);
  expect(floors({ atLeast: 1 })).toEqual([]); // of ten people and more, when nothing else is said
  expect(floors({ atLeast: 2, communities: ['k2', 'k9'] })).toEqual([
    { community: 'k2', atLeast: 2, members: [2] },
    { community: 'k9', atLeast: 2, members: [] },
  ]);
});

test('both ends of every tie count it', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const ties = fc.uniqueArray(
    fc.tuple(fc.nat(4), fc.nat(4)).filter(([from, to]) => from < to),
    { selector: String },
  );
  fc.assert(
    fc.property(ties, (pairs) => {
      const of = (at: number) => pairs.filter(([from]) => from === at).map(([, to]) => [ids[to]!, 0.5] as const);
      const network = seedNetwork(
        ids.map((id, at) => person(id, null, Object.fromEntries(of(at)))),
        asked(),
      );
      expect(network.degrees.reduce((sum, degree) => sum + degree, 0)).toBe(2 * pairs.length);
      expect([...network.meanCloseness].every((mean, at) => mean === (network.degrees[at] === 0 ? 0 : 0.5))).toBe(true);
    }),
  );
});
