import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(`
    UNWIND range(1, 5) AS n
    CREATE (:Customer {id: 'c' + n, alias: 'C-' + n, city: 'Chengdu', orders: n, spendMinor: 5000000000 + n, joinedAt: datetime('2025-01-0' + n)})`);
  await testDriver().executeQuery(`
    MATCH (a:Customer {id: 'c1'}), (b:Customer {id: 'c2'}), (c:Customer {id: 'c3'})
    CREATE (a)-[:KNOWS {pair: 'c1|c2', closeness: 0.9, kinds: ['FAMILY_OF', 'FOLLOWS'], since: datetime('2024-01-01')}]->(b),
      (a)-[:KNOWS {pair: 'c1|c3', closeness: 0.4, kinds: ['FOLLOWS']}]->(c),
      (a)-[:FAMILY_OF {key: 'k1', role: 'spouse', closeness: 0.8}]->(b),
      (b)-[:FAMILY_OF {key: 'k2', role: 'household', closeness: 0.5}]->(a),
      (a)-[:PLACED]->(:Order {id: 'o1', amountMinor: 1200, currency: 'CNY', at: datetime('2025-05-05')}),
      (a)-[:DID]->(:Event {id: 'e1', key: 'pos|e1', type: 'visit', source: 'pos'})
    WITH a MATCH (p:Purpose {id: 'marketing'})
    CREATE (a)-[:CONSENTS_TO {key: 'c1|marketing|SMS', channel: 'SMS', since: datetime('2025-01-01')}]->(p)`);
  server = await apiServer();
});

afterAll(() => server?.end());

describe('generated reads', () => {
  it('gives customers with their ties and what the ties carry', async () => {
    const { data, errors } = await ask(
      server,
      'analyst',
      `{ customers(where: { id: { eq: "c2" } }) { id alias spendMinor joinedAt
          knowsConnection { totalCount edges { properties { closeness kinds since } node { id } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.customers).toEqual([
      {
        id: 'c2',
        alias: 'C-2',
        spendMinor: 5000000002,
        joinedAt: '2025-01-02T00:00:00.000Z',
        knowsConnection: {
          totalCount: 1,
          edges: [
            {
              properties: { closeness: 0.9, kinds: ['FAMILY_OF', 'FOLLOWS'], since: '2024-01-01T00:00:00.000Z' },
              node: { id: 'c1' },
            },
          ],
        },
      },
    ]);
  });

  it('lists a person once, however many ties of a kind the pair has', async () => {
    const { data } = await ask(
      server,
      'analyst',
      '{ customers(where: { id: { eq: "c1" } }) { family { id } knows { id } } }',
    );
    expect(data.customers[0].family).toEqual([{ id: 'c2' }]);
    expect(data.customers[0].knows.map((c: { id: string }) => c.id).sort()).toEqual(['c2', 'c3']);
  });

  it('limits pages, however much is asked for', async () => {
    const many = await ask(server, 'analyst', '{ customers(limit: 100000) { id } }');
    expect(many.data.customers).toHaveLength(5);
    const page = await ask(server, 'analyst', '{ customers(limit: 2, offset: 1, sort: [{ id: ASC }]) { id } }');
    expect(page.data.customers).toEqual([{ id: 'c2' }, { id: 'c3' }]);
  });

  it.each(['id alias city orders spendMinor joinedAt', 'id alias city orders spendMinor joinedAt communities { id }'])(
    'gives one customer by id: %s',
    async (fields) => {
      const { data, errors } = await ask(server, 'marketer', `query ($id: ID!) { customer(id: $id) { ${fields} } }`, {
        id: 'c3',
      });
      expect(errors).toEqual([]);
      expect(data.customer).toMatchObject({
        id: 'c3',
        alias: 'C-3',
        orders: 3,
        spendMinor: 5000000003,
        joinedAt: '2025-01-03T00:00:00.000Z',
      });
      expect((await ask(server, 'marketer', '{ customer(id: "nobody") { id } }')).data).toEqual({ customer: null });
    },
  );

  it('answers one document by the variables of each request, whatever of them it was translated with', async () => {
    const query =
      'query ($where: CustomerWhere, $sort: [CustomerSort!], $limit: Int) { customers(where: $where, sort: $sort, limit: $limit) { id } }';
    const ids = async (where: object | null, sort = 'ASC', limit = 10) => {
      const { data, errors } = await ask(server, 'analyst', query, { where, sort: [{ id: sort }], limit });
      expect(errors).toEqual([]);
      return data.customers.map(({ id }: { id: string }) => id);
    };
    for (const id of ['c1', 'c2', '', "c3' OR true", '\u0001text 0']) {
      const known = ['c1', 'c2'].includes(id) ? [id] : [];
      expect(await ids({ id: { eq: id } })).toEqual(known);
      expect(await ids({ id: { in: [id, 'c3'] } })).toEqual([...known, 'c3']);
      expect(await ids({ OR: [{ id: { eq: id } }, { alias: { startsWith: 'C-4' } }] })).toEqual([...known, 'c4']);
    }
    expect(await ids({ id: { in: [] } })).toEqual([]);
    expect(await ids({ city: { eq: null } })).toEqual([]);
    expect(await ids(null, 'DESC', 2)).toEqual(['c5', 'c4']);
    expect(await ids(null, 'ASC', 3)).toEqual(['c1', 'c2', 'c3']);
    expect(await ids({ joinedAt: { gte: '2025-01-04T00:00:00Z' } })).toEqual(['c4', 'c5']);
    expect(await ids({ joinedAt: { gte: '2025-01-05T00:00:00Z' } })).toEqual(['c5']);
  });

  it('gives each of many that ask at once their own customer', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => (n % 3 === 2 ? `nobody${n}` : `c${1 + (n % 5)}`));
    const query = 'query ($id: ID!) { customer(id: $id) { id alias } }';
    const answers = await Promise.all(ids.map((id) => ask(server, 'analyst', query, { id })));
    const expected = ids.map((id) => (id.startsWith('c') ? { id, alias: id.replace('c', 'C-') } : null));
    expect(answers.map(({ data }) => data.customer)).toEqual(expected);
  });

  it('shows consents and events only to the roles they are for', async () => {
    const consents =
      '{ customers(where: { id: { eq: "c1" } }) { consentsConnection { edges { properties { channel } node { id } } } } }';
    const allowed = await ask(server, 'marketer', consents);
    expect(allowed.data.customers[0].consentsConnection.edges).toEqual([
      { properties: { channel: 'SMS' }, node: { id: 'marketing' } },
    ]);
    const refused = await ask(server, 'analyst', consents);
    expect(refused.data).toBeUndefined();
    expect(refused.errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask(server, 'marketer', '{ events { id } }')).errors[0]!.extensions).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await ask(server, 'analyst', '{ events { id type } }')).data).toEqual({
      events: [{ id: 'e1', type: 'visit' }],
    });
  });
});
