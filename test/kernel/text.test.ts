import fc from 'fast-check';
import { z } from 'zod';
import { checked } from '../../src/kernel/checked.js';
import { idOf } from '../../src/kernel/input.js';
import { illFormedIn, isWellFormed } from '../../src/kernel/text.js';

test('a text is well-formed exactly when UTF-8 gives it back as it was, and it holds no NUL', () => {
  const anything = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(anything, (text) => {
      const kept = Buffer.from(text, 'utf8').toString('utf8') === text && !text.includes('\0');
      expect(isWellFormed(text)).toBe(kept);
    }),
  );
  expect(isWellFormed('王 😀 é')).toBe(true);
});

test.each([
  ['a value', { a: [{ b: '\ud800' }] }, ['a', '0', 'b']],
  ['a key', { a: { '\udc00': 1 } }, ['a']],
  ['NUL', ['x', 'a\0b'], ['1']],
  ['nothing', { a: ['王', 1, null, new Date(0)] }, null],
])('ill-formed text is found wherever it stands: %s', (_what, value, path) => {
  expect(illFormedIn(value)).toEqual(path);
});

test('no schema lets ill-formed text by, and the refusal names the field without its value', () => {
  expect(() => checked(z.object({ note: z.string() }), { note: 'secret \ud800' }, 'here')).toThrow(
    expect.objectContaining({ kind: 'INPUT', message: expect.stringMatching(/^here: note: (?!.*secret)/) }),
  );
  expect(idOf.safeParse('c\ud800').success).toBe(false);
});
