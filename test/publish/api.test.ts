import type { Role } from '../../src/kernel/role.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from '../api/api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
});
afterAll(() => server?.end());

const codes = async (role: Role, query: string) => {
  const { errors } = await ask(server, role, query);
  return errors.map(({ extensions }) => extensions?.code);
};
const COUNT = 'mutation { publishStatistic(input: { ask: COUNT }) { left bins { value } } }';
const SUM = 'mutation { publishStatistic(input: { ask: SUM, of: orders, upper: 9 }) { left } }';
const OFFICERS_ONLY = [
  SUM,
  'mutation { publishTable { rowCount } }',
  'mutation { publishNetwork { nodes } }',
  'mutation { setPublishBudget(input: { dataSet: customers, renew: true }) { version } }',
];
const BUDGET = '{ publishBudget { left } }';

test('officers publish, analysts only count, the others not at all', async () => {
  for (const role of ['marketer', 'service'] as const)
    for (const query of [COUNT, BUDGET, ...OFFICERS_ONLY]) expect(await codes(role, query)).toEqual(['FORBIDDEN']);
  for (const query of OFFICERS_ONLY) expect(await codes('analyst', query)).toEqual(['FORBIDDEN']);
  expect(await codes('analyst', BUDGET)).toEqual([]);
  const first = await ask(server, 'analyst', COUNT);
  expect(first.data.publishStatistic.left).toBe(1.9);
  const again = await ask(server, 'privacy-officer', COUNT);
  expect(again.data).toEqual(first.data);
  expect(await codes('privacy-officer', SUM)).toEqual([]);
  expect(await codes('admin', OFFICERS_ONLY[1]!)).toEqual(['CONFLICT']);
});
