import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { signedToken, tokenVerifier } from '../../../src/api/http/tokens/tokens.js';
import { readConfig } from '../../../src/config.js';

const expiresAt = new Date(Date.now() + 3_600_000);
const config = { ...readConfig({}), JWT_SECRET: 'a secret of this test, of thirty-two characters' };

describe('a company login', () => {
  let login: Server;
  let keys: { kid: string; privateKey: CryptoKey; jwk: object }[] = [];
  let url: string;
  const newKey = async (kid: string) => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
  };
  beforeAll(async () => {
    keys = [await newKey('k1')];
    login = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }));
    });
    await new Promise<void>((resolve) => login.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(login.address() as AddressInfo).port}/jwks`;
  });
  afterAll(() => new Promise((resolve) => login.close(resolve)));

  const settings = () =>
    readConfig({
      JWKS_URL: url,
      JWT_ISSUER: 'https://login.example/',
      JWT_AUDIENCE: 'guanxi',
      OIDC_ROLE_CLAIM: 'realm_access.roles',
      OIDC_ROLE_MAP: 'crm-users=marketer,bi=analyst',
      OIDC_DEPARTMENT_CLAIM: 'ou',
    });
  const issued = (
    key: { kid: string; privateKey: CryptoKey },
    claims: { iss?: string; aud?: string; roles?: string[] } = {},
  ) =>
    new SignJWT({ realm_access: { roles: claims.roles ?? ['staff', 'bi'] }, ou: 'west' })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .setSubject('employee-1')
      .setIssuer(claims.iss ?? 'https://login.example/')
      .setAudience(claims.aud ?? 'guanxi')
      .setExpirationTime('5m')
      .sign(key.privateKey);

  test('is taken by its keys, with roles and department mapped from its claims', async () => {
    const { token } = await tokenVerifier(settings())(await issued(keys[0]!));
    expect(token).toMatchObject({ id: 'employee-1', role: 'analyst', department: 'west', signedBy: 'login' });
  });

  test('may change its keys', async () => {
    const verify = tokenVerifier(settings());
    const old = keys[0]!;
    await verify(await issued(old));
    const fresh = await newKey('k2');
    keys = [fresh];
    const later = Date.now() + 1100; // keys are fetched at most once a second
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    await expect(verify(await issued(fresh))).resolves.toMatchObject({ token: { id: 'employee-1' } });
    await expect(verify(await issued(old))).rejects.toMatchObject({ kind: 'UNAUTHENTICATED' });
    jest.restoreAllMocks();
  });

  test('of another issuer, audience, key or algorithm, or without a role of ours, is refused', async () => {
    const verify = tokenVerifier(settings());
    const own = keys[0]!;
    const stranger = { ...(await newKey('x')), kid: own.kid };
    const exp = Math.floor(Date.now() / 1000) + 300;
    const none = new UnsecuredJWT({
      realm_access: { roles: ['bi'] },
      sub: 'e',
      iss: 'https://login.example/',
      aud: 'guanxi',
      exp,
    }).encode();
    const shared = await signedToken(config, { subject: 'e', role: 'admin', kind: 'user', expiresAt });
    for (const token of [
      await issued(own, { iss: 'https://other.example/' }),
      await issued(own, { aud: 'other' }),
      await issued(stranger),
      none,
      shared,
    ])
      await expect(verify(token)).rejects.toMatchObject({ kind: 'UNAUTHENTICATED' });
    await expect(verify(await issued(own, { roles: ['staff'] }))).rejects.toMatchObject({ kind: 'FORBIDDEN' });
  });
});
