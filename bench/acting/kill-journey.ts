import { setTimeout as sleep } from 'node:timers/promises';
import { beginJourneys } from '../../src/campaigns/journeys/begin.service.js';
import { saveJourney, turnJourney } from '../../src/campaigns/journeys/journeys.service.js';
import type { CliContext } from '../../src/cli/context.js';
import { AppError } from '../../src/kernel/error.js';
import type { Services } from '../../src/security/services.js';
import type { Ask } from './kill-people.js';

/** A message by a receiver that drops repeats, a reward, and a message by one that drops nothing. */
const JOURNEY = {
  ...{ id: 'kill', name: 'Kill', trigger: { type: 'firstOrder' }, reentry: 'once' },
  steps: [
    { id: 'first', send: { channel: 'MAIL', text: 'Thanks {{alias}}' } },
    { id: 'reward', reward: { amountMinor: 500, currency: 'CNY' } },
    { id: 'second', send: { channel: 'WECHAT', text: 'A reward {{alias}}' } },
  ],
};

/** So many people who ordered just now, at the beginning of the journey. Returns how many began it. */
export async function beginKillJourney(
  services: Services,
  ask: Ask,
  people: number,
  personal: object,
): Promise<number> {
  await saveJourney(services, JOURNEY);
  await turnJourney(services, 'kill', 'resume');
  for (let from = 0; from < people; from += 5000)
    await ask(
      `UNWIND range($from, $to) AS n MATCH (p:Purpose {id: 'marketing'})
       CREATE (c:Customer {id: 'j' + n, alias: 'J' + n, keyWrapped: $wrapped, sealed: $sealed, orders: 1,
         firstOrderAt: datetime($now)})
       CREATE (c)-[:PLACED]->(:Order {id: 'o' + n, at: datetime($now), amountMinor: 1000, currency: 'CNY'})
       CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|ALL', channel: 'ALL', since: datetime('2026-01-05')}]->(p)`,
      { from, to: Math.min(from + 5000, people) - 1, now: new Date().toISOString(), ...personal },
    );
  await sleep(1000); // an order of this very moment has not happened yet
  return beginJourneys(services);
}

/** The share of the people who are through. */
export async function journeyDone(ask: Ask): Promise<number> {
  const text =
    "MATCH (r:JourneyRun) RETURN count(r) AS runs, count(CASE r.state WHEN 'RUNNING' THEN null ELSE 1 END) AS done";
  const [row] = await ask(text);
  return Number(row!.runs) === 0 ? 1 : Number(row!.done) / Number(row!.runs);
}

/** Each step of each person was done once: whole, though servers died in the midst of it. */
export async function judgeJourney(context: CliContext, ask: Ask, people: number): Promise<void> {
  const [found] = await ask(
    `MATCH (r:JourneyRun)<-[:IN_JOURNEY]-(c:Customer)
     WITH c, r, COUNT { (c)-[:EARNED]->(:Reward) } AS rewards, COUNT { (c)-[:RECEIVED]->(:Touch) } AS touches
     RETURN count(c) AS people, count(CASE r.state WHEN 'DONE' THEN 1 END) AS done,
       count(CASE WHEN rewards <> 1 THEN 1 END) AS rewardedOtherwise, count(CASE WHEN touches <> 2 THEN 1 END) AS touchedOtherwise`,
  );
  const told = Object.fromEntries(Object.entries(found!).map(([name, count]) => [name, Number(count)]));
  context.out(`journey: ${JSON.stringify(told)}`);
  const { done, rewardedOtherwise, touchedOtherwise } = told;
  if (done !== people || rewardedOtherwise || touchedOtherwise)
    throw new AppError('CONFLICT', 'a journey was not gone through once by each', 'read the counts above');
}
