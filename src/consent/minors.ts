/** Below this age a child's guardian decides (PIPL art. 31; GDPR art. 8 leaves 13 to 16 to its members). */
const AGE = 14;

/**
 * Until when a customer counts as a child, from the birthday as `YYYY-MM-DD`: the month after the 14th birthday, so
 * that the day of birth is not told by it. Null for whoever is older already, unless `known` says that they were a
 * child here before: what was said for them as a child stays judged so. Throws nothing; a text that is no date is
 * nobody's birthday.
 */
export function guardianUntilOf(birthday: string, now: Date, known: Date | null = null): Date | null {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}/.exec(birthday) ?? [];
  if (year === undefined) return known;
  const until = new Date(Date.UTC(Number(year) + AGE, Number(month), 1));
  return until > now || until.getTime() === known?.getTime() ? until : null;
}
