import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withdrawConsent } from '../../src/consent/consent.service.js';
import { sealPerson } from '../../src/security/sealing/person.js';
import type { Services } from '../../src/security/services.js';

/** A third of the people each: a sink of files, a receiver that drops repeats, one that drops nothing. */
export const CARELESS = 'WECHAT';
export const CHANNELS = ['SMS', 'MAIL', CARELESS] as const;

/** Rows of a statement of the bench's own. */
export type Ask = (text: string, parameters?: object) => Promise<Record<string, unknown>[]>;

export function asker({ graph: { driver, database } }: Services): Ask {
  return async (text, parameters = {}) => {
    const { records } = await driver.executeQuery(text, parameters, { database });
    return records.map((row) => row.toObject());
  };
}

/** Their sealed fields, the same for everybody: an address for each channel. */
export function personalOf({ vault }: Services) {
  const { key, wrapped } = vault.newKey();
  return { wrapped, sealed: sealPerson(vault, key, { phone: '13800000000', email: 'a@example.com', wechat: 'wx-a' }) };
}

/** Each consents to one channel. */
export async function preparePeople(services: Services, people: number, personal: object): Promise<void> {
  for (let from = 0; from < people; from += 5000)
    await asker(services)(
      `UNWIND range($from, $to) AS n MATCH (p:Purpose {id: 'marketing'})
       CREATE (c:Customer {id: 'n' + n, alias: 'C' + n, keyWrapped: $wrapped, sealed: $sealed})
       CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|' + $channels[n % 3], channel: $channels[n % 3],
         since: datetime('2026-01-05')}]->(p)`,
      { from, to: Math.min(from + 5000, people) - 1, channels: CHANNELS, ...personal },
    );
}

/** One in a hundred withdraws, spread over the first half of the sending. */
export async function withdrawSome(
  services: Services,
  people: number,
  withdrawn: Map<string, number>,
  left: () => Promise<number>,
): Promise<void> {
  const many = Math.ceil(people / 100);
  for (let n = 0; n < many; n++) {
    while (n > 0.1 * many && (await left()) > people * (1 - n / (2 * many))) await sleep(200);
    const customerId = `n${randomInt(people)}`;
    await withdrawConsent(services, { customerId, purpose: 'marketing', via: 'form' });
    if (!withdrawn.has(customerId)) withdrawn.set(customerId, Date.now());
  }
}
