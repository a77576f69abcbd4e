import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { policyGaps } from '../../../src/api/gate/policy-gaps.js';
import { ROLES } from '../../../src/kernel/role.js';
import type { Viewer } from '../../../src/kernel/services.js';
import { admitted } from '../../../src/security/access/admit.js';
import { openToLimited, requireAllowed, rolesAllowed } from '../../../src/security/access/roles.js';
import {
  currentPolicy,
  mayOpen,
  policyOf,
  readPolicy,
  SHIPPED,
  seenBy,
  usePolicy,
} from '../../../src/security/policy/index.js';
import { mask } from '../../../src/security/sealing/mask.js';
import { LIBRARY } from '../../api/api-server.js';

const text = readFileSync(SHIPPED, 'utf8');
const changed = (from: string | RegExp, to: string) => policyOf(text.replace(from, to), 'p.yaml');
afterEach(() => usePolicy(readPolicy()));

test('what is shipped opens for admin and privacy officer, and masks for the others', () => {
  expect(mayOpen('admin', 'phone')).toBe(true);
  expect(mayOpen('privacy-officer', 'name')).toBe(true);
  for (const role of ['marketer', 'analyst', 'service'] as const) expect(seenBy(role, 'phone')).toBe('masked');
});

test.each([
  [
    'a word that is none',
    /marketer: \{ identity: masked/,
    'marketer: { identity: blurred',
    /^.*p\.yaml:\d+: roles\.marketer\.identity: /,
  ],
  [
    'a role that is none',
    'integration: { roles: [service] }',
    'integration: { roles: [boss] }',
    /purposes\.integration\.roles\.0: must be roles out of admin/,
  ],
  [
    'a purpose the role may not state',
    'purpose: analysis',
    'purpose: privacy',
    /roles\.analyst\.purpose: privacy is no purpose that analyst may state/,
  ],
  [
    'a field of two classes',
    'identity: [name, birthday, lunarBirthday]',
    'identity: [name, birthday, lunarBirthday, phone]',
    /classes\.contact\.0: phone is of identity already/,
  ],
  [
    'a sealed field that is left out',
    'identity: [name, birthday, lunarBirthday]',
    'identity: [name]',
    /birthday is in no class/,
  ],
  ['a department without limits', 'departments: {}', 'departments: { a: {} }', /departments\.a: limits no rows/],
  ['a key that is none', 'version: 1', 'version: 1\nextra: 2', /p\.yaml:\d+: file: has what is not known here: extra/],
  ['text that is no YAML', 'version: 1', 'version: [1', /p\.yaml:\d+: /],
])('%s is refused, with file, line and key', (_what, from, to, message) => {
  expect(() => changed(from as string, to as string)).toThrow(
    expect.objectContaining({ kind: 'CONFIG', message: expect.stringMatching(message) }),
  );
});

test('the hash tells what is said, not how', () => {
  expect(changed('version: 1', '# a remark\nversion: 1').hash).toBe(readPolicy().hash);
  expect(
    changed(
      'contact: masked, behaviour: open, score: open, freeText: open, purpose: analysis',
      'contact: hidden, behaviour: open, score: open, freeText: open, purpose: analysis',
    ).hash,
  ).not.toBe(readPolicy().hash);
});

test('a viewer has the purpose stated or their role’s own, and the rows of the department and the purpose', () => {
  expect(admitted({ id: 'u', role: 'analyst' })).toMatchObject({ purpose: 'analysis', scope: null });
  expect(admitted({ id: 'u', role: 'marketer', purpose: 'marketing' }).scope).toMatchObject({
    consent: 'marketing',
    regions: null,
  });
  expect(() => admitted({ id: 'u', role: 'marketer', purpose: 'privacy' })).toThrow(/no purpose of access "privacy"/);
  expect(() => admitted({ id: 'u', role: 'marketer', department: 'moon' })).toThrow(
    /department that the policy does not know/,
  );
  usePolicy(changed('departments: {}', 'departments: { west: { regions: [四川], stores: [s1] } }'));
  expect(admitted({ id: 'u', role: 'marketer', department: 'west' }).scope).toEqual({
    regions: ['四川'],
    cities: null,
    stores: ['s1'],
    consent: null,
  });
});

const LIMITED = { regions: ['a'], cities: null, stores: null, consent: null };
const viewer = (role: Viewer['role'], scope: Viewer['scope'] = null): Viewer => ({ id: 'u', role, scope });
const fraud = { name: 'fraudRings', roles: ['analyst', 'admin'], limited: false } as const;
const leaders = { name: 'influencers', roles: ['analyst', 'marketer', 'admin'], limited: true } as const;
const refused = expect.objectContaining({ kind: 'FORBIDDEN' });

test('an operation is for the roles it declares, and for limited rows only where it declares so', () => {
  expect(() => requireAllowed(viewer('analyst'), fraud)).not.toThrow();
  expect(() => requireAllowed(viewer('marketer'), fraud)).toThrow(refused);
  expect(() => requireAllowed(viewer('marketer', LIMITED), leaders)).not.toThrow();
  expect(() => requireAllowed(viewer('analyst', LIMITED), fraud)).toThrow(/more customers than this token may see/);
});

test('a policy narrows roles and limited rows, and opens nothing', () => {
  usePolicy(changed('operations: {}', 'operations: { fraudRings: [admin, marketer], influencers: [service] }'));
  expect(rolesAllowed(fraud)).toEqual(['admin']);
  expect(rolesAllowed(leaders)).toEqual([]);
  for (const role of ROLES) expect(() => requireAllowed(viewer(role), leaders)).toThrow(refused);
  usePolicy(changed('operations: {}', 'operations: {}\nlimited: [fraudRings, customer]'));
  expect(() => requireAllowed(viewer('analyst', LIMITED), leaders)).toThrow(refused);
  expect(() => requireAllowed(viewer('analyst', LIMITED), fraud)).toThrow(refused);
  expect(() => requireAllowed(viewer('analyst'), leaders)).not.toThrow();
});

test('whatever a policy says, nobody is let in whom the operation does not declare', () => {
  const some = fc.subarray([...ROLES], { minLength: 1 });
  fc.assert(
    fc.property(some, some, fc.boolean(), (roles, narrowed, limited) => {
      usePolicy(changed('operations: {}', `operations: { x: [${narrowed}] }\nlimited: [x]`));
      const allowed = rolesAllowed({ name: 'x', roles, limited });
      return (
        allowed.every((role) => roles.includes(role) && narrowed.includes(role)) &&
        openToLimited({ name: 'x', roles, limited }) === limited
      );
    }),
  );
});

test('what a policy says in vain is told', () => {
  const said = 'operations: { nothing: [admin], fraudRings: [marketer] }\nlimited: [headline, none]';
  const { policy } = changed('operations: {}', said);
  expect(policyGaps(policy, LIBRARY)).toEqual([
    'no such operation: nothing',
    'no such operation: none',
    'fraudRings: a policy cannot let in marketer, it narrows only',
    'headline: closed to viewers of limited rows, a policy cannot open it',
  ]);
});

test('masks have the fixed forms', () => {
  expect(mask('phone', '+8613800001234')).toBe('138****1234');
  expect(mask('name', '王测试')).toBe('王*');
  expect(mask('email', 'zhang@mail.example')).toBe('z***@…');
});

test('the policy names this process’s own file', () => {
  expect(currentPolicy().path).toBe(SHIPPED);
});
