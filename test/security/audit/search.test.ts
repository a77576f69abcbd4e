import { ask, askAs, token } from '../../api/api-server.js';
import { db, FIND, find, PHONE, people, SEARCH } from './people.setup.js';

const own = people();

test('a name is found exactly, by its beginning and by pinyin, in this order, masked and in the rows of the viewer only', async () => {
  let asked = 0; // each on a day of their own
  const search = async (name: unknown, role = 'admin', claims = {}) => {
    const { data, errors } = await askAs(
      own.server,
      await token(role, { sub: `searcher-${asked++}`, ...claims }),
      SEARCH,
      {
        name,
        purpose: 'asks at the till',
      },
    );
    return errors.length > 0 ? errors[0]!.extensions!.code : data.searchCustomers;
  };
  const rows = async (name: unknown, role?: string, claims?: object) =>
    (await search(name, role, claims)).customers.map((c: { customerId: string; match: string }) => [
      c.customerId,
      c.match,
    ]);
  expect(await rows('单晓')).toEqual([
    ['n0', 'EXACT'],
    ['n1', 'PREFIX'],
  ]);
  expect(await rows('shan xiao')).toEqual([
    ['n3', 'EXACT'],
    ['n0', 'PINYIN'],
    ['n1', 'PINYIN'],
    ['n2', 'PINYIN'],
  ]);
  expect(await rows('sx')).toHaveLength(3);
  expect(await rows('SHAN')).toHaveLength(4);
  expect(await rows('单', 'admin', { department: 'east' })).toEqual([['n0', 'PREFIX']]);
  expect(await search('单晓明', 'service')).toMatchObject({
    customers: [{ customer: { name: '单*' } }],
    remaining: 2,
  });
  expect(await search('丁', 'service')).toMatchObject({ found: false, why: 'no customer has a name like this' });
  for (const bad of ['', 's', '7', ['单'], { name: '单' }]) expect(await search(bad)).toBe('BAD_USER_INPUT');
  for (const role of ['analyst', 'marketer']) expect(await search('单晓', role)).toBe('FORBIDDEN');
  const kept = JSON.stringify([own.server.lines, await db('MATCH (e:AuditEntry) RETURN properties(e) AS p')]);
  expect(kept).toContain('NAME');
  for (const name of ['单晓', 'Shan', 'shan']) expect(kept).not.toContain(name);
});

test('a search by name takes of the same day, and the URL never carries one', async () => {
  const bearer = await token('service', { sub: 'searcher' });
  const once = () => askAs(own.server, bearer, SEARCH, { name: '单', purpose: 'asks at the till' });
  for (const left of [2, 1, 0]) expect((await once()).data.searchCustomers.remaining).toBe(left);
  expect((await once()).errors[0]!.extensions!.code).toBe('RATE_LIMITED');
  const url = `${own.server.url}/graphql?query=${encodeURIComponent(SEARCH)}&variables=${encodeURIComponent('{"name":"单","purpose":"asks"}')}`;
  const got = await fetch(url, { headers: { authorization: `Bearer ${bearer}`, 'x-graphql-yoga-csrf': '1' } });
  expect(got.status).toBe(405);
  expect(JSON.stringify(own.server.lines)).not.toContain('单');
});

test('an officer changes both kinds of keys in parts, and everybody is still found; nobody else may', async () => {
  const rotate = 'mutation { rotateMasterKey(most: 2) { id made rewrapped left } }';
  const reindex = `mutation R($rotate: Boolean, $after: ID) {
    reindexPeople(rotate: $rotate, after: $after, most: 4) { id made customers left retired next }
  }`;
  const status = '{ keyStatus { masterKeys { id state customers } findingKeys { id state identities names } } }';
  for (const role of ['service', 'analyst', 'marketer'] as const)
    for (const query of [rotate, reindex, status, 'mutation { retireMasterKey(id: "0a1b2c3d") { id } }'])
      expect((await ask(own.server, role, query)).errors[0]!.extensions!.code).toBe('FORBIDDEN');

  const before = (await ask(own.server, 'admin', status)).data.keyStatus;
  const first = (await ask(own.server, 'admin', rotate)).data.rotateMasterKey;
  expect(first).toMatchObject({ made: true, rewrapped: 6, left: 0 }); // a batch at least
  const former = before.masterKeys[0].id as string;
  const retire = 'mutation R($id: ID!) { retireMasterKey(id: $id) { id } }';
  expect((await ask(own.server, 'admin', retire, { id: former })).data.retireMasterKey).toEqual({ id: former });
  expect((await ask(own.server, 'admin', retire, { id: former })).errors[0]!.extensions!.code).toBe('NOT_FOUND');

  const one = (await ask(own.server, 'privacy-officer', reindex, { rotate: true })).data.reindexPeople;
  expect(one).toMatchObject({ made: true, customers: 4, left: null, next: 'n2' });
  const two = (await ask(own.server, 'privacy-officer', reindex, { rotate: true, after: one.next })).data.reindexPeople;
  expect(two).toMatchObject({ id: one.id, made: false, customers: 2, left: 0, next: null });
  expect(two.retired).toEqual([before.findingKeys[0].id]);
  const after = (await ask(own.server, 'admin', status)).data.keyStatus;
  expect(after.findingKeys[0]).toEqual({ id: one.id, state: 'HASHES', identities: 1, names: 6 });
  expect(after.masterKeys[0]).toEqual({ id: first.id, state: 'WRAPS', customers: 6 });
  const bearer = await token('admin', { sub: 'after the change' });
  expect((await askAs(own.server, bearer, FIND, find(PHONE))).data.findCustomer.found).toBe(true);
  const { searchCustomers } = (await askAs(own.server, bearer, SEARCH, { name: '单晓', purpose: 'asks at the till' }))
    .data;
  expect(searchCustomers.customers).toHaveLength(2);
});
