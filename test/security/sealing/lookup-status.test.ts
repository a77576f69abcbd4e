import { lookupRows } from '../../../src/security/lookups/lookup-status.js';

const since = new Date('2026-01-01');
const none = { identities: 0, names: 0, contacts: 0 };

test('each key once, the one of now first, with what it is to the database', () => {
  const rows = lookupRows({
    asked: ['now', 'former', 'idle'],
    noted: [
      { id: 'now', since, retiredAt: null },
      { id: 'gone', since, retiredAt: since },
    ],
    counts: [
      { id: 'now', identities: 3, names: 2, contacts: 1 },
      { ...none, id: 'former', contacts: 1 },
      { ...none, id: 'lost', names: 1 },
    ],
  });
  expect(rows.map(({ id, state, since: from, retiredAt }) => [id, state, from, retiredAt])).toEqual([
    ['now', 'HASHES', since, null],
    ['former', 'ASKED', null, null],
    ['idle', 'ASKED', null, null],
    ['gone', 'RETIRED', since, since],
    ['lost', 'MISSING', null, null],
  ]);
  expect(rows[0]).toMatchObject({ identities: 3, names: 2, contacts: 1, why: 'people are found by it' });
  const why = Object.fromEntries(rows.map((row) => [row.id, row.why]));
  expect(why.former).toMatch(/^asked as well/); // one contact under it is enough
  expect(why.idle).toMatch(/^no hash is under it/);
  expect(why.gone).toBe('asked no more');
  expect(why.lost).toMatch(/^not at hand/);
});
