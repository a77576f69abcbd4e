import { developmentToken, signedToken } from '../../../src/api/http/tokens/tokens.js';
import {
  endToken,
  removeUser,
  saveToken,
  saveUser,
  tokensOf,
  usersOf,
} from '../../../src/security/access/users.service.js';
import type { Services } from '../../../src/security/services.js';
import { type ApiServer, apiServer, emptyDatabase, SECRET } from '../../api/api-server.js';
import { servicesAt } from '../../consent/world.js';
import { testDriver } from '../../setup/database.js';
import { until } from '../../setup/until.js';

let server: ApiServer;
let services: Services;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer({
    NODE_ENV: 'production',
    GUANXI_KEY: Buffer.alloc(32, 1).toString('base64'),
    ANALYZE_EVERY: '0',
  });
  services = servicesAt(server.graph, new Date().toISOString());
});
afterAll(() => server?.end());

const status = async (token: string, url = server.url) =>
  (await fetch(`${url}/api/openapi.json`, { headers: { authorization: `Bearer ${token}` } })).status;
const expiresAt = new Date(Date.now() + 3_600_000);
const config = {
  JWT_SECRET: SECRET,
  JWKS_URL: undefined,
  JWT_ISSUER: undefined,
  JWT_AUDIENCE: undefined,
  GUANXI_HOME: '.',
  NODE_ENV: 'test',
} as const;

async function made(
  kind: 'USER' | 'SERVICE',
  subject: string,
  tokenId: string,
): Promise<{ token: string; id: string }> {
  const token = await signedToken(config, {
    subject,
    role: 'service',
    kind: kind === 'USER' ? 'user' : 'service',
    tokenId,
    expiresAt,
  });
  const { id } = await saveToken(services, { kind, subject, role: 'service', tokenId, expiresAt });
  return { token, id };
}

/** What was found is remembered for at most 3 s; another server looks at once. */
async function refusedWithin(token: string, ms: number): Promise<number> {
  await until('the token to be refused', async () => (await status(token)) !== 200, ms);
  return status(token);
}

test('a development token is made nowhere and taken nowhere in production', async () => {
  const token = await developmentToken(config, 'admin', 1);
  expect(await status(token)).toBe(401);
  await expect(developmentToken({ ...config, NODE_ENV: 'production' }, 'admin', 1)).rejects.toMatchObject({
    kind: 'CONFIG',
  });
});

test('before there is a list a signed token serves; a service token nobody made does not', async () => {
  const plain = await signedToken(config, { subject: 'crm', role: 'analyst', kind: 'user', expiresAt });
  const unknown = await signedToken(config, {
    subject: 'pos',
    role: 'service',
    kind: 'service',
    tokenId: 'never-made-here-0123456',
    expiresAt,
  });
  expect([await status(plain), await status(unknown)]).toEqual([200, 401]);
});

test('users and tokens of the list: known ones come in by its role, and go within seconds', async () => {
  await saveUser(services, { id: 'u1', role: 'analyst' });
  const user = await made('USER', 'u1', 'user-token-0123456789abc');
  const service = await made('SERVICE', 'pos', 'service-token-0123456789');
  const stranger = await signedToken(config, { subject: 'crm2', role: 'admin', kind: 'user', expiresAt });
  const unknown = await signedToken(config, {
    subject: 'u1',
    role: 'admin',
    kind: 'user',
    tokenId: 'unknown-token-0123456789',
    expiresAt,
  });
  expect(await Promise.all([user.token, service.token, stranger, unknown].map((token) => status(token)))).toEqual([
    200, 200, 401, 401,
  ]);
  expect(await usersOf(services)).toMatchObject([{ id: 'u1', role: 'analyst', tokens: 1 }]);

  await endToken(services, service.id);
  await removeUser(services, 'u1');
  expect(await Promise.all([refusedWithin(service.token, 5000), refusedWithin(user.token, 5000)])).toEqual([401, 401]);
  await expect(endToken(services, service.id)).rejects.toMatchObject({ kind: 'NOT_FOUND' });

  const early = await made('SERVICE', 'till', 'early-token-0123456789ab');
  await endToken(services, early.id, new Date(Date.now() - 1));
  expect(await status(early.token)).toBe(401);
});

test('nothing that is kept is a token, and every change is in the audit', async () => {
  const { records } = await testDriver().executeQuery(
    'MATCH (n) WHERE n:ApiUser OR n:ApiToken OR n:AuditEntry RETURN properties(n) AS p',
  );
  const kept = JSON.stringify(records.map((row) => row.get('p')));
  expect(kept).not.toMatch(/-token-0123456789|eyJ|password/);
  expect((await tokensOf(services)).map(({ id }) => id.length)).toEqual([12, 12, 12]);
  for (const action of [
    'USER_SAVED',
    'USER_REMOVED',
    'TOKEN_CREATED',
    'TOKEN_REVOKED',
    'TOKEN_EXPIRED',
    'POLICY_CHANGED',
  ])
    expect(kept).toContain(action);
});

test.each([
  [{ id: 'u 2', role: 'analyst' as const }, 'INPUT'],
  [{ id: 'u2', role: 'boss' as never }, 'INPUT'],
  [{ id: 'u2', role: 'analyst' as const, department: 'moon' }, 'FORBIDDEN'],
])('a wrong user is refused: %o', async (input, kind) => {
  await expect(saveUser(services, input)).rejects.toMatchObject({ kind });
});
