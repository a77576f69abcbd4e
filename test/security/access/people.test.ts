import fc from 'fast-check';
import { idsOf, type People, withoutHidden } from '../../../src/security/access/people.js';

const ROWS: People = {
  each: { fields: { customerId: 'customer', byId: 'customer', tie: { fields: { otherId: 'customer' } } } },
};
const PATHS: People = { fields: { paths: { each: { fields: { people: { each: 'customer' } } } } } };
const hidden = new Set(['c2']);

test('a record that names somebody hidden goes, and a list is without it', () => {
  const rows = [
    { customerId: 'c1', byId: null, closeness: 0.5, tie: null },
    { customerId: 'c1', byId: 'c2', closeness: 0.5, tie: null },
    { customerId: 'c3', byId: null, closeness: 0.5, tie: { otherId: 'c2' } },
  ];
  expect(withoutHidden(ROWS, rows, hidden)).toEqual([rows[0], { ...rows[2], tie: null }]);
  expect(withoutHidden({ fields: { customerId: 'customer' } }, { customerId: 'c2' }, hidden)).toBeNull();
});

test('a path with a step out of scope is no path', () => {
  const kept = { people: ['c1', 'c3'], closeness: [0.5] };
  expect(
    withoutHidden(PATHS, { paths: [kept, { people: ['c1', 'c2', 'c3'], closeness: [0.5, 0.6] }] }, hidden),
  ).toEqual({
    paths: [kept],
  });
});

test('an answer without customers stays as it is', () => {
  expect(withoutHidden(null, 'c2', hidden)).toBe('c2');
  expect(idsOf(null, { customerId: 'c2' })).toEqual([]);
});

test('nobody hidden is left where the types say that customers are', () => {
  const id = fc.constantFrom('c1', 'c2', 'c3');
  const row = fc.record({ customerId: fc.option(id), byId: fc.option(id), tie: fc.option(fc.record({ otherId: id })) });
  fc.assert(fc.property(fc.array(row), (rows) => !idsOf(ROWS, withoutHidden(ROWS, rows, hidden)).includes('c2')));
  const path = fc.record({ people: fc.array(id), closeness: fc.array(fc.double()) });
  fc.assert(
    fc.property(fc.array(path), (paths) => !idsOf(PATHS, withoutHidden(PATHS, { paths }, hidden)).includes('c2')),
  );
});
