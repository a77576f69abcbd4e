import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.js';
import { keyRows } from '../../../src/security/keys/key-status.js';
import { addMasterKey, removeMasterKey } from '../../../src/security/sealing/key-file.js';
import { keyIdOf } from '../../../src/security/sealing/key-id.js';
import { keyFileOf, openKeyring, openVault } from '../../../src/security/sealing/keyring.js';

const GUANXI_HOME = mkdtempSync(join(tmpdir(), 'guanxi-keys-'));
afterAll(() => rmSync(GUANXI_HOME, { recursive: true, force: true }));

const given = (...keys: Buffer[]) => {
  const [current, ...old] = keys.map((key) => key.toString('base64'));
  return openVault({ ...readConfig({ GUANXI_KEY: current, GUANXI_KEY_OLD: old.join(', ') }), GUANXI_HOME });
};

test('a vault that was open before a new key came opens what the new key wraps, and wraps by it', () => {
  const [before, keyFile] = [openVault({ GUANXI_HOME }), keyFileOf({ GUANXI_HOME })];
  const old = before.newKey();
  const id = addMasterKey(keyFile);
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const after = openVault({ GUANXI_HOME });
  const fresh = after.newKey();
  expect(fresh.wrapped.startsWith(`${id}.`)).toBe(true);
  expect(before.unwrap(fresh.wrapped).equals(fresh.key)).toBe(true);
  expect(after.unwrap(old.wrapped).equals(old.key)).toBe(true);
  expect(before.keyId).toBe(id);
  expect([before.alias('c1'), before.lookup('PHONE', '1'), before.auditKeyId]).toEqual([
    after.alias('c1'),
    after.lookup('PHONE', '1'),
    after.auditKeyId,
  ]);
});

test('a removed key is gone from the file, the one that wraps stays, and a lost file is not recreated under a running vault', () => {
  const keyFile = keyFileOf({ GUANXI_HOME });
  const { current, keys } = openKeyring({ GUANXI_HOME });
  const [other] = [...keys.keys()].filter((id) => id !== current);
  expect(() => removeMasterKey(keyFile, current)).toThrow();
  removeMasterKey(keyFile, other!);
  expect(readFileSync(keyFile, 'utf8')).not.toContain(other);
  const vault = openVault({ GUANXI_HOME });
  rmSync(keyFile);
  vault.refresh();
  expect(vault.keyId).toBe(current);
  expect(() => statSync(keyFile)).toThrow();
});

test('keys by settings: the new one wraps, old ones open, and lookups stay those of the first', () => {
  const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const [before, after] = [given(first), given(third, second, first)];
  const { key, wrapped } = before.newKey();
  expect(after.keyId).toBe(keyIdOf(third));
  expect(after.unwrap(wrapped).equals(key)).toBe(true);
  expect(after.newKey().wrapped.startsWith(keyIdOf(third))).toBe(true);
  expect([after.lookup('PHONE', '1'), after.alias('c1'), after.auditKeyId]).toEqual([
    before.lookup('PHONE', '1'),
    before.alias('c1'),
    before.auditKeyId,
  ]);
  const own = { GUANXI_KEY: first.toString('base64'), GUANXI_LOOKUP_KEY: second.toString('base64') };
  const changed = openVault({ ...readConfig(own), GUANXI_HOME });
  expect(changed.lookupIds).toEqual([keyIdOf(second), before.lookupId]);
  expect(changed.lookups('PHONE', '1')).toEqual([changed.lookup('PHONE', '1'), before.lookup('PHONE', '1')]);
  expect([changed.alias('c1'), changed.mark('X', '1')]).toEqual([before.alias('c1'), before.mark('X', '1')]);
  expect(() => openVault({ GUANXI_HOME, GUANXI_LOOKUP_KEY: own.GUANXI_LOOKUP_KEY })).toThrow(
    expect.objectContaining({ kind: 'CONFIG' }),
  );
  expect(() => given(first, first)).toThrow(expect.objectContaining({ kind: 'CONFIG' }));
  const wrong = { GUANXI_KEY: first.toString('base64'), GUANXI_KEY_OLD: 'short' };
  expect(() => readConfig(wrong)).toThrow(/GUANXI_KEY_OLD/);
});

test('every key is shown with what it is for', () => {
  const at = new Date('2026-01-01');
  const rows = keyRows({
    current: 'new',
    atHand: ['new', 'idle', 'used'],
    noted: ['gone', 'lost', 'used'].map((id) => ({ id, since: at, retiredAt: id === 'gone' ? at : null })),
    counts: ['lost', 'used'].map((id) => ({ id, customers: 2 })),
  });
  expect(rows.map(({ id, state, customers }) => [id, state, customers])).toEqual([
    ['new', 'WRAPS', 0],
    ['idle', 'OPENS', 0],
    ['used', 'OPENS', 2],
    ['gone', 'RETIRED', 0],
    ['lost', 'MISSING', 2],
  ]);
  expect(rows.every(({ why }) => why.length > 0)).toBe(true);
});
