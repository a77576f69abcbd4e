import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { SEALED_FIELDS } from '../../../src/security/policy/index.js';
import { openKeyring } from '../../../src/security/sealing/keyring.js';
import { openPerson, sealPerson } from '../../../src/security/sealing/person.js';
import { makeVault } from '../../../src/security/sealing/vault.js';

const vault = makeVault(openKeyring({ GUANXI_KEY: randomBytes(32).toString('base64'), GUANXI_HOME: tmpdir() }));
const { key } = vault.newKey();
const NONE = Object.fromEntries(SEALED_FIELDS.map((field) => [field, null]));
const fields = fc.record(
  Object.fromEntries(SEALED_FIELDS.map((field) => [field, fc.option(fc.string({ unit: 'grapheme', minLength: 1 }))])),
  { requiredKeys: [] },
);

test('what is sealed of a person opens again, whatever is told and in whatever order, and the same gives the same text', () => {
  fc.assert(
    fc.property(fields, (told) => {
      const sealed = sealPerson(vault, key, told);
      expect(openPerson(vault, key, sealed)).toEqual({ ...NONE, ...told });
      const turned = Object.fromEntries(Object.entries({ ...NONE, ...told }).reverse());
      expect(sealPerson(vault, key, turned)).toBe(sealed);
    }),
  );
});

test('of nothing there is no text, and no text is nothing', () => {
  expect([sealPerson(vault, key, {}), sealPerson(vault, key, NONE)]).toEqual([null, null]);
  expect(openPerson(vault, key, null)).toEqual(NONE);
});

test('one changed field, another key or something else that was sealed: another text, and none that opens', () => {
  const sealed = sealPerson(vault, key, { name: '某人', phone: '1' })!;
  const other = vault.newKey().key;
  expect(sealPerson(vault, key, { name: '某人', phone: '2' })).not.toBe(sealed);
  expect(sealPerson(vault, other, { name: '某人', phone: '1' })).not.toBe(sealed);
  for (const attempt of [
    () => openPerson(vault, other, sealed),
    () => openPerson(vault, key, vault.seal(key, 'text', '{"name":"a post"}')),
    () => vault.open(key, 'name', sealed),
  ])
    expect(attempt).toThrow(/does not open with its key/);
});

test('a field that is not of the list is not told', () => {
  expect(openPerson(vault, key, vault.seal(key, 'person', '{"fax":"1","name":"某人"}'))).toEqual({
    ...NONE,
    name: '某人',
  });
});
