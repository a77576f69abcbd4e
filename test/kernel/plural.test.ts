import fc from 'fast-check';
import { plural } from '../../src/kernel/plural.js';

test('one has a word of its own, and every other count the other', () => {
  expect(plural(1, 'level')).toBe('level');
  expect(plural(0, 'level')).toBe('levels');
  expect(plural(2, 'person', 'people')).toBe('people');
  expect(plural(1, 'works', 'work')).toBe('works');
});

test('nothing but exactly one is said as one', () => {
  fc.assert(fc.property(fc.double(), (count) => (plural(count, 'tie') === 'tie') === (count === 1)));
});
