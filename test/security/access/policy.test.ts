import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Viewer } from '../../../src/kernel/services.js';
import { admitted } from '../../../src/security/access/admit.js';
import { pruned, wordsOf } from '../../../src/security/access/prune.js';
import { requireOperation } from '../../../src/security/access/roles.js';
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
    'identity: [name, birthday]',
    'identity: [name, birthday, phone]',
    /classes\.contact\.0: phone is of identity already/,
  ],
  ['a sealed field that is left out', 'identity: [name, birthday]', 'identity: [name]', /birthday is in no class/],
  ['a department without limits', 'departments: {}', 'departments: { a: {} }', /departments\.a: limits no rows/],
  ['a key that is none', 'version: 1', 'version: 1\nextra: 2', /p\.yaml:\d+: file: Unrecognized key/],
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

test('an operation is for the roles of the policy, and for limited rows only by name', () => {
  const viewer = (role: Viewer['role'], limited = false): Viewer => ({
    id: 'u',
    role,
    scope: limited ? { regions: ['a'], cities: null, stores: null, consent: null } : null,
  });
  expect(() => requireOperation(viewer('analyst'), 'fraudRings')).not.toThrow();
  expect(() => requireOperation(viewer('marketer'), 'fraudRings')).toThrow(
    expect.objectContaining({ kind: 'FORBIDDEN' }),
  );
  expect(() => requireOperation(viewer('marketer', true), 'headline')).toThrow(
    /more customers than this token may see/,
  );
  expect(() => requireOperation(viewer('marketer', true), 'influencers')).not.toThrow();
  expect(() => requireOperation(viewer('marketer', true), 'constructor')).toThrow();
});

test('masks have the fixed forms', () => {
  expect(mask('phone', '+8613800001234')).toBe('138****1234');
  expect(mask('name', '王测试')).toBe('王*');
  expect(mask('email', 'zhang@mail.example')).toBe('z***@…');
});

describe('an answer without who is hidden', () => {
  const hidden = new Set(['c2', 'C-0000002']);
  test('leaves out records, texts of lists, and words in sentences', () => {
    const answer = {
      total: 3,
      rows: [{ customerId: 'c1', why: 'closest to C-0000002, and c2' }, { customerId: 'c2' }],
      leaders: ['C-0000001', 'C-0000002'],
      at: new Date(0),
    };
    expect(pruned(answer, hidden)).toEqual({
      total: 3,
      rows: [{ customerId: 'c1', why: 'closest to ***, and ***' }],
      leaders: ['C-0000001'],
      at: new Date(0),
    });
    expect(pruned({ path: { people: ['c1', 'c2', 'c3'], steps: [0.5, 0.6] } }, hidden)).toEqual({ path: null });
    expect(pruned({ id: 'c2' }, hidden)).toBeNull();
  });
  test('never names one who is hidden, whatever its form', () => {
    const word = fc.constantFrom('c1', 'c2', 'c3', 'met c2 today', '与c2最近', 'other');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        word,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('tree')),
      ),
    }));
    fc.assert(fc.property(tree, (answer) => !wordsOf(pruned(answer, hidden)).includes('c2')));
  });
});

test('the policy names this process’s own file', () => {
  expect(currentPolicy().path).toBe(SHIPPED);
});
