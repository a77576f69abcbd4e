import fc from 'fast-check';
import { contactKeys, contactLookup, contactLookups } from '../../../src/security/lookups/contact-lookups.js';
import { makeLookups } from '../../../src/security/lookups/lookup-keys.js';

const [now, former] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const vault = makeLookups(() => [{ key: now }, { key: former }]);
const before = makeLookups(() => [{ key: former }]);

test('one phone in two spellings is found by one hash, of the current key or of the former one, and is no identity’s', () => {
  const lookup = contactLookup(vault, 'phone', '138 0013 9999');
  expect(lookup).toBe(contactLookup(vault, 'phone', '+86-13800139999'));
  const keys = contactKeys(vault, 'PHONE', '+8613800139999');
  expect(keys).toEqual([lookup, contactLookup(before, 'phone', '13800139999')]);
  expect(lookup).not.toContain(vault.lookup('PHONE', '+8613800139999'));
  expect(contactLookup(vault, 'email', '13800139999')).toBeNull();
});

test('a field that is taken away loses its hash, one that is not told keeps it', () => {
  expect(contactLookups(vault, { id: 'c1', phone: null, city: 'Suzhou' })).toEqual({ phoneLookup: null });
});

test('the same text in two fields gives two hashes, and none of them tells the text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{6,20}$/), (handle) => {
      const found = contactLookups(vault, { wechat: handle, weibo: handle });
      expect(Object.keys(found)).toEqual(['wechatLookup', 'weiboLookup']);
      expect(found.wechatLookup).not.toBe(found.weiboLookup);
      expect(JSON.stringify(found)).not.toContain(handle);
    }),
  );
});
