import { policyDiff } from '../../../src/security/policy/diff.js';
import { policyOf, readPolicy } from '../../../src/security/policy/index.js';

const { policy } = readPolicy();

test('the same policy has no difference, and the order of a list says nothing', () => {
  expect(policyDiff(policy, policy)).toEqual([]);
  const given = { ...policy, limited: ['rfm', 'customer'] };
  expect(policyDiff(given, { ...given, limited: ['customer', 'rfm'] })).toEqual([]);
});

test('what is changed, added and taken away is named with what it was and is', () => {
  const { analyst } = policy.roles;
  const changed = {
    ...policy,
    roles: { ...policy.roles, analyst: { ...analyst, contact: 'hidden' as const } },
    operations: { ...policy.operations, newOne: ['service' as const, 'admin' as const] },
  };
  const added = { where: 'operations.newOne', before: '', after: 'admin service' };
  const taken = { where: 'operations.newOne', before: 'admin service', after: '' };
  const contact = { where: 'roles.analyst.contact', before: analyst.contact, after: 'hidden' };
  expect(policyDiff(policy, changed)).toEqual([added, contact]);
  expect(policyDiff(changed, policy)).toEqual([taken, { ...contact, before: 'hidden', after: analyst.contact }]);
});

test('a text that is no policy is refused with its place', () => {
  expect(() => policyOf('version: 2\n', 'mine.yaml')).toThrow(/mine\.yaml/);
  expect(() => policyOf('a: [1\n', 'mine.yaml')).toThrow(/mine\.yaml:\d+/);
});
