import type { Vault } from '../sealing/vault.js';

/** Properties by which those who may have their birthday on a day are found, by the field. */
export const BIRTHDAY_LOOKUPS = { birthday: 'birthdayLookup', lunarBirthday: 'lunarBirthdayLookup' } as const;
export type BirthdayField = keyof typeof BIRTHDAY_LOOKUPS;

/**
 * One of 64 groups that the day of a birthday falls in, by a keyed hash: about six days of the year share a group, so
 * that whoever knows the birthday of one member knows nothing certain of the others. `day` is MM-DD, or a lunar date as
 * it is written. The first lookup key stays, so a group is never made anew.
 */
export function birthdayMark(vault: Pick<Vault, 'mark'>, field: BirthdayField, day: string): string {
  return vault.mark(BIRTHDAY_LOOKUPS[field], day)[0]!;
}

/** The groups of the birthdays that a row tells; nothing of those it does not tell. */
export function birthdayLookups(
  vault: Pick<Vault, 'mark'>,
  row: Readonly<Record<string, unknown>>,
): Record<string, string | null> {
  const marks: Record<string, string | null> = {};
  for (const [field, property] of Object.entries(BIRTHDAY_LOOKUPS)) {
    const value = row[field];
    if (value === undefined) continue;
    const day = value === null ? null : String(value).replace(/^\d{4}-/, '');
    marks[property] = day === null ? null : birthdayMark(vault, field as BirthdayField, day);
  }
  return marks;
}
