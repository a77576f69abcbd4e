import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '../../src/campaigns/dispatch/adapter.js';
import { dispatchDue } from '../../src/campaigns/dispatch/dispatch.service.js';
import { advanceJourneys, wakeJourneys } from '../../src/campaigns/journeys/advance.service.js';
import { beginJourneys } from '../../src/campaigns/journeys/begin.service.js';
import { saveJourney, turnJourney } from '../../src/campaigns/journeys/journeys.service.js';
import { withdrawConsent } from '../../src/consent/consent.service.js';
import { CONTACT_CHANNELS } from '../../src/consent/index.js';
import { intakeRows } from '../../src/intake/index.js';
import { DAY_MS, HOUR_MS } from '../../src/kernel/clock.js';
import { packageRoot } from '../../src/kernel/root.js';
import { readYaml } from '../../src/kernel/yaml/yaml.js';
import type { Services } from '../../src/security/services.js';
import type { Planted, Year } from './people.js';
import { dayAfter, LOOKS_AT } from './truth.js';

const JOURNEYS = ['birthday', 'anniversary', 'referral-thanks', 'win-back'];

/**
 * Puts the people of a simulated year into an empty graph through the row pipeline, and starts the journeys on the day
 * before.
 */
export async function prepareYear(given: Services, people: readonly Planted[], year: Year): Promise<void> {
  const services = at(given, new Date(`${dayAfter(year.from, -1)}T12:00:00Z`));
  const past = '2025-01-01T00:00:00Z';
  await take(
    services,
    'customers',
    people.map(({ id, birthday, lunarBirthday }) => ({ id, birthday, lunarBirthday })),
  );
  await take(
    services,
    'consents',
    people
      .filter(({ consents }) => consents)
      .map(({ id }) => {
        return { id: `c-${id}`, customerId: id, purpose: 'marketing', channel: 'SMS', action: 'GIVEN', at: past };
      }),
  );
  await take(
    services,
    'orders',
    people.flatMap(({ id, firstOrderAt }) =>
      firstOrderAt
        ? [{ id: `o-${id}`, customerId: id, at: firstOrderAt.toISOString(), amount: '10', currency: 'CNY' }]
        : [],
    ),
  );
  await take(
    services,
    'ties',
    people.flatMap(({ id, refers }) =>
      refers ? [{ fromId: id, toId: refers.id, kind: 'REFERRED', at: refers.at.toISOString(), closeness: 0.5 }] : [],
    ),
  );
  for (const id of JOURNEYS) {
    await saveJourney(services, definitionIn(id));
    await turnJourney(services, id, 'resume');
  }
}

/** Warnings that began between two looks, as a look through everybody would leave them. */
async function warn({ graph }: Services, people: readonly Planted[], from: number, until: number): Promise<void> {
  const rows = people.flatMap(({ id, warnedAt }) =>
    warnedAt && +warnedAt >= from && +warnedAt < until ? [{ id, at: warnedAt.toISOString() }] : [],
  );
  if (rows.length === 0) return;
  await graph.driver.executeQuery(
    `MERGE (rule:WarningRule {id: 'SILENCE'}) WITH rule UNWIND $rows AS row MATCH (customer:Customer {id: row.id})
     SET customer:Profiled
     CREATE (customer)-[:WARNED {key: row.id + '|SILENCE|' + row.at, since: datetime(row.at)}]->(rule)`,
    { rows },
    { database: graph.database },
  );
}

/** A journey of seed/journeys, as its file says it. */
export function definitionIn(id: string): unknown {
  const path = join(packageRoot, 'seed', 'journeys', `${id}.yaml`);
  const read = readYaml(readFileSync(path, 'utf8'), path);
  if ('problem' in read) throw new Error(read.problem);
  return read.value;
}

/**
 * Lives through a day: who withdraws does, who is to be warned is, then journeys begin and go on, and what is due is
 * sent.
 */
export async function liveDay(given: Services, people: readonly Planted[], day: string, adapter: Adapter) {
  const morning = Date.parse(`${day}T00:00:00Z`);
  const before = at(given, new Date(morning + HOUR_MS));
  for (const one of people)
    if (one.withdrawsAt?.getTime() === morning)
      await withdrawConsent(before, { customerId: one.id, purpose: 'marketing', via: 'form' });
  const looksAt = morning + LOOKS_AT * HOUR_MS;
  const services = at(given, new Date(looksAt));
  await warn(services, people, looksAt - DAY_MS + 1, looksAt + 1);
  await beginJourneys(services);
  await wakeJourneys(services);
  await advanceJourneys(services);
  const senders = Object.fromEntries(CONTACT_CHANNELS.map((channel) => [channel, adapter] as const));
  await dispatchDue(services, senders);
}

function at(services: Services, now: Date): Services {
  return { ...services, clock: { now: () => now } };
}

async function take(
  services: Services,
  kind: Parameters<typeof intakeRows>[1],
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const { rejected } = await intakeRows(services, kind, rows.slice(from, from + 1000) as never);
    if (rejected.length > 0) throw new Error(`${kind}: ${JSON.stringify(rejected[0])}`);
  }
}
