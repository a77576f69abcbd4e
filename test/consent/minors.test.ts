import { guardianUntilOf } from '../../src/consent/minors.js';

test('the age of a child tells the month of birth and not the day, and is not kept of those who are older', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  expect(guardianUntilOf('2014-05-17', now)).toEqual(new Date('2028-06-01T00:00:00Z'));
  expect(guardianUntilOf('2012-03-01', now)).toEqual(new Date('2026-04-01T00:00:00Z'));
  expect(guardianUntilOf('2012-02-28', now)).toBeNull();
  expect(guardianUntilOf('2012-02-28', now, new Date('2026-03-01'))).toEqual(new Date('2026-03-01'));
  expect(guardianUntilOf('unknown', now)).toBeNull();
});
