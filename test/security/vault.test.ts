import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SEALED_FIELDS } from '../../src/security/policy/index.js';
import { openKeyring } from '../../src/security/sealing/keyring.js';
import { mask } from '../../src/security/sealing/mask.js';
import { makeVault } from '../../src/security/sealing/vault.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const env = (key: Buffer) => openKeyring({ GUANXI_KEY: key.toString('base64'), GUANXI_HOME: folder });
const vault = makeVault(env(randomBytes(32)));

test('what is sealed opens again, for any text and field', () => {
  const { key } = vault.newKey();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...SEALED_FIELDS), (value, field) => {
      expect(vault.open(key, field, vault.seal(key, field, value))).toBe(value);
    }),
  );
});

test('sealing is repeatable for one customer, and tells nothing across customers or fields', () => {
  const [a, b] = [vault.newKey().key, vault.newKey().key];
  const sealed = vault.seal(a, 'name', '某人');
  expect(vault.seal(a, 'name', '某人')).toBe(sealed);
  expect(vault.seal(b, 'name', '某人')).not.toBe(sealed);
  expect(vault.seal(a, 'address', '某人')).not.toBe(sealed);
});

test('another key, another field or one changed letter does not open', () => {
  const { key } = vault.newKey();
  const sealed = vault.seal(key, 'phone', '+8619900000000');
  const changed = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1);
  for (const attempt of [
    () => vault.open(vault.newKey().key, 'phone', sealed),
    () => vault.open(key, 'email', sealed),
    () => vault.open(key, 'phone', changed),
  ])
    expect(attempt).toThrow(expect.objectContaining({ kind: 'SETUP' }));
});

test('a wrapped key opens with its master key only, and says which is missing', () => {
  const { key, wrapped } = vault.newKey();
  expect(vault.unwrap(wrapped).equals(key)).toBe(true);
  expect(() => makeVault(env(randomBytes(32))).unwrap(wrapped)).toThrow(vault.keyId);
});

test('the key file is made once, for its owner only, and read again', () => {
  const first = openKeyring({ GUANXI_HOME: folder });
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  expect(openKeyring({ GUANXI_HOME: folder }).keys.get(first.current)!.equals(first.keys.get(first.current)!)).toBe(
    true,
  );
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toContain(first.current);
});

test('a broken key file is said, and not written over', () => {
  writeFileSync(join(folder, 'keys.json'), '{"current": 1}');
  expect(() => openKeyring({ GUANXI_HOME: folder })).toThrow(expect.objectContaining({ kind: 'SETUP' }));
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('{"current": 1}');
});

test('lookups are equal for equal values of one kind', () => {
  expect(vault.lookup('PHONE', '+861')).toBe(vault.lookup('PHONE', '+861'));
  expect(vault.lookup('PHONE', '+861')).not.toBe(vault.lookup('EMAIL', '+861'));
  expect(vault.alias('c1')).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{7}$/);
});

test('a mask never holds the whole value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.constantFrom(...SEALED_FIELDS), (value, field) => {
      expect(mask(field, value)).not.toContain(value);
    }),
  );
  expect(mask('phone', '+8619900001234')).toBe('199****1234');
  expect(mask('phone', '+441632960123')).toBe('+44****0123');
  expect(mask('phone', '110')).toBe('****');
  expect(mask('name', '测试甲')).toBe('测*');
  expect(mask('email', 'someone@example.com')).toBe('s***@…');
});
