import { lunarDatesOn, yearlyDatesOn } from '../../kernel/lunar.js';
import { birthdayMark, openPerson, recordAudit, type Services } from '../../security/index.js';
import { birthdayOn, type Occurrence } from './occurrence.js';
import type { TriggerOf } from './trigger.js';

const PAGE = 5000;

/**
 * Who has a birthday on a day (YYYY-MM-DD), a page at a time. Only the groups that the day falls in are read, about one
 * customer in 32, and opened here: nothing leaves but who it is. What was opened is recorded as a count.
 */
export async function* birthdaysOn(
  services: Services,
  trigger: TriggerOf<'birthday'>,
  { day, at }: { readonly day: string; readonly at: Date },
): AsyncGenerator<Occurrence[]> {
  const { graph, vault } = services;
  const solar = marksOf(services, 'birthday', trigger.calendar === 'lunar' ? [] : yearlyDatesOn(day, trigger));
  const lunar = marksOf(services, 'lunarBirthday', trigger.calendar === 'solar' ? [] : lunarDatesOn(day, trigger));
  let count = 0;
  for (let after = ''; ; ) {
    const asked = { solar, lunar, after, limit: PAGE };
    const rows = await graph.read('campaigns/steps/journeys/begin/birthdays', asked);
    count += rows.length;
    yield rows.flatMap(({ customerId, keyWrapped, sealed }) => {
      const occasion = birthdayOn(trigger, openPerson(vault, vault.unwrap(keyWrapped), sealed), day);
      return occasion === null ? [] : [{ customerId, key: occasion, at }];
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
