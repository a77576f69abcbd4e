import { z } from 'zod';
import { checked } from '../../src/kernel/checked.js';
import { AppError } from '../../src/kernel/error.js';
import { own } from '../../src/kernel/words/issues.js';

const form = z.strictObject({
  id: z.string().min(1),
  name: z.string().max(3),
  days: z.number().int().min(1).max(9),
  mail: z.email(),
  at: z.iso.datetime(),
  kind: z.enum(['A', 'B']),
  list: z.array(z.string()).max(1),
  own: z.string().regex(/^x/, own('must begin with x', '须以 x 开头')),
});
const right = { id: 'a', name: 'b', days: 2, mail: 'a@example.com', at: '2026-01-01T00:00:00Z', kind: 'A', list: [] };

/** What `checked` says of it, without the name of the form. */
function said(value: unknown): string {
  try {
    checked(form, value, 'form');
  } catch (error) {
    if (error instanceof AppError) return error.message.replace('form: ', '');
    throw error;
  }
  return '';
}

test.each([
  [{ ...right, id: '', own: 'x' }, 'id: must not be empty'],
  [{ ...right, name: 'four', own: 'x' }, 'name: must have 3 characters or fewer'],
  [{ ...right, days: 0, own: 'x' }, 'days: must be 1 or more'],
  [{ ...right, days: 1.5, own: 'x' }, 'days: must be a whole number'],
  [{ ...right, days: 'two', own: 'x' }, 'days: must be a number'],
  [{ ...right, mail: 'a', at: 'now', own: 'x' }, /^mail: must be a mail address.*; at: must be a time, like/],
  [{ ...right, kind: 'C', own: 'x' }, 'kind: must be one of A, B'],
  [{ ...right, list: ['a', 'b'], own: 'x' }, 'list: must have 1 entry or fewer'],
  [{ ...right, own: 'y' }, 'own: must begin with x'],
  [right, 'own: is missing'],
  [{ ...right, own: 'x', more: 1 }, 'value: has what is not known here: more'],
  [[], 'value: must be an object'],
])('what is wrong is said in plain words, all of it at once: %#', (value, words) => expect(said(value)).toMatch(words));

test('what is right is taken', () => expect(said({ ...right, own: 'x' })).toBe(''));

test('each fault comes in both languages, in words of the product or of the form itself', () => {
  const faultsOf = (value: unknown) => {
    try {
      checked(form, value, 'form');
    } catch (error) {
      return (error as AppError).details.faults;
    }
    return [];
  };
  expect(faultsOf({ ...right, id: '', days: 0, list: ['a', 'b'], own: 'y' })).toEqual([
    { path: 'id', text: 'must not be empty', textZh: '不能为空' },
    { path: 'days', text: 'must be 1 or more', textZh: '不能少于 1' },
    { path: 'list', text: 'must have 1 entry or fewer', textZh: '不能超过 1 项' },
    { path: 'own', text: 'must begin with x', textZh: '须以 x 开头' },
  ]);
  expect(faultsOf(right)).toEqual([{ path: 'own', text: 'is missing', textZh: '未填写' }]);
});
