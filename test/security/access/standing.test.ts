import { type CheckedToken, type Standing, standingOf } from '../../../src/security/access/standing.js';

describe('how a token stands', () => {
  const nobody: Standing = {
    listed: false,
    userKnown: false,
    userRemoved: false,
    userRole: null,
    userDepartment: null,
    tokenKnown: false,
    tokenRole: null,
    tokenDepartment: null,
    tokenPurpose: null,
    expiresAt: null,
    revokedAt: null,
  };
  const token: CheckedToken = {
    id: 'u',
    role: 'analyst',
    tokenId: null,
    kind: null,
    signedBy: 'secret',
    department: null,
    purpose: null,
  };
  const at = { now: new Date('2026-01-01T00:00:00Z'), production: true };
  test.each<[string, Partial<CheckedToken>, Partial<Standing>, RegExp | string]>([
    ['no list: by its claims', {}, {}, 'analyst'],
    ['a list that does not know it', { tokenId: 't' }, { listed: true }, /not in the list/],
    ['a list, and no id', {}, { listed: true }, /not in the list/],
    ['a service token nobody made', { kind: 'service', tokenId: 't' }, {}, /made no such service token/],
    ['a removed user', {}, { listed: true, userKnown: true, userRemoved: true, userRole: 'admin' }, /removed/],
    ['a removed user of the login server', { signedBy: 'login' }, { listed: true, userRemoved: true }, /removed/],
    ['revoked', { tokenId: 't' }, { tokenKnown: true, revokedAt: new Date(0) }, /revoked/],
    ['expired by hand', { tokenId: 't' }, { tokenKnown: true, expiresAt: at.now }, /expired/],
    [
      'a known user: by the role of the list',
      { signedBy: 'login' },
      { listed: true, userKnown: true, userRole: 'marketer' },
      'marketer',
    ],
    [
      'a service token: by the list',
      { tokenId: 't' },
      { listed: true, tokenKnown: true, tokenRole: 'service' },
      'service',
    ],
    ['a login without an entry: by its claims', { signedBy: 'login' }, { listed: true }, 'analyst'],
  ])('%s', (_how, claims, standing, expected) => {
    const stand = () => standingOf({ ...token, ...claims }, { ...nobody, ...standing }, at);
    if (typeof expected === 'string') expect(stand().role).toBe(expected);
    else
      expect(stand).toThrow(
        expect.objectContaining({ kind: 'UNAUTHENTICATED', message: expect.stringMatching(expected) }),
      );
  });
  test('outside production a token without id serves beside a list', () => {
    expect(standingOf(token, { ...nobody, listed: true }, { ...at, production: false }).role).toBe('analyst');
  });
});
