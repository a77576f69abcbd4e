import { lunarDatesOn, yearlyDatesOn } from '../../kernel/calendar/lunar.js';
import { birthdayMark, openPerson, recordAudit, type Services } from '../../security/index.js';
import { birthdayOn, type Occurrence } from './occurrence.js';
import type { TriggerOf } from './trigger.js';

const PAGE = 5000;

/** A day (YYYY-MM-DD) with the moment from which its birthdays count. */
interface Day {
  readonly day: string;
  readonly at: Date;
}

/**
 * Who has a birthday on one of some days, a page at a time. Only the groups that the days fall in are read, about one
 * customer in 32 for each, and opened here: nothing leaves but who it is. What was opened is recorded as a count.
 */
export async function* birthdaysOn(
  services: Services,
  trigger: TriggerOf<'birthday'>,
  days: readonly Day[],
): AsyncGenerator<Occurrence[]> {
  if (days.length === 0) return;
  const { graph, vault } = services;
  const datesOf = (of: (day: string) => readonly string[]) => days.flatMap(({ day }) => of(day));
  const solar = trigger.calendar === 'lunar' ? [] : datesOf((day) => yearlyDatesOn(day, trigger));
  const lunar = trigger.calendar === 'solar' ? [] : datesOf((day) => lunarDatesOn(day, trigger));
  const marks = { solar: marksOf(services, 'birthday', solar), lunar: marksOf(services, 'lunarBirthday', lunar) };
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await graph.read('campaigns/steps/journeys/begin/birthdays', { ...marks, after, limit: PAGE });
    count += rows.length;
    yield rows.flatMap(({ customerId, keyWrapped, sealed }) => {
      const told = openPerson(vault, vault.unwrap(keyWrapped), sealed);
      return days.flatMap(({ day, at }) => {
        const key = birthdayOn(trigger, told, day);
        return key === null ? [] : [{ customerId, key, at }];
      });
    });
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.customerId;
  }
  if (count > 0)
    await recordAudit(services, { action: 'BIRTHDAYS_READ', fields: ['birthday', 'lunarBirthday'], count });
}

function marksOf({ vault }: Services, field: 'birthday' | 'lunarBirthday', days: readonly string[]): string[] {
  return [...new Set(days.map((day) => birthdayMark(vault, field, day)))];
}
