import { type ContactReason, reasonText } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { dayIn } from '../../kernel/calendar/zone.js';
import { requireCursor, requireInScope, type Services } from '../../security/index.js';
import { definitionOf, kindOfStep } from './definition.js';
import { journeyById } from './journeys.service.js';
import { outcomeText, type Text, whereText, whyText } from './sentences.js';
import { zoneOf } from './sources.service.js';

type Row = RowOf<'campaigns/steps/journeys/runs/runs-of'>;

/** One customer's way through a journey, told. */
export interface PersonJourney extends Omit<Row, 'definition' | 'passed' | 'outcomes' | 'times' | 'trigger'> {
  readonly why: string;
  readonly whyZh: string;
  readonly where: string;
  readonly whereZh: string;
  readonly steps: readonly (Text & {
    readonly step: string;
    readonly kind: string;
    readonly outcome: string;
    readonly at: Date;
  })[];
}

/**
 * Every journey that a customer is or was in, the latest first: why, where they are, and what came of each step. Throws
 * NOT_FOUND out of scope.
 */
export async function journeysOfCustomer(services: Services, customerId: string): Promise<PersonJourney[]> {
  await requireInScope(services, customerId);
  const rows = await services.graph.read('campaigns/steps/journeys/runs/runs-of', { customerId, ids: [] });
  return rows.map((row) => told(row, zoneOf(services)));
}

export interface PeopleAsked {
  readonly journey: string;
  readonly step?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly first: number;
  readonly after: string;
}

/** Who is or was in a journey, a page at a time. Throws NOT_FOUND. */
export async function journeyPeople(services: Services, asked: PeopleAsked): Promise<PersonJourney[]> {
  const { graph } = services;
  await journeyById(services, asked.journey);
  const { step = null, state = null, first: limit, after } = asked;
  await requireCursor(services, { kind: 'RUN', of: asked.journey }, after);
  const page = { journeyId: asked.journey, step, state, after, limit };
  const ids = (await graph.read('campaigns/steps/journeys/journey-people', page)).map(({ id }) => id);
  const rows = await graph.read('campaigns/steps/journeys/runs/runs-of', { customerId: null, ids, limit });
  const places = new Map(ids.map((id, at) => [id, at]));
  return rows.map((row) => told(row, zoneOf(services))).sort((a, b) => places.get(a.id)! - places.get(b.id)!);
}

function told(row: Row, zone: string): PersonJourney {
  const { definition: text, passed, outcomes, times, trigger, ...run } = row;
  const { steps } = definitionOf.parse(JSON.parse(text));
  const why = whyText(trigger, dayIn(run.occurredAt, zone));
  const until = run.dueAt === null ? null : minuteIn(run.dueAt, zone);
  const where = whereText({ ...run, until, reason: run.reason === null ? null : reasonOf(run.reason) });
  return {
    ...run,
    ...{ why: why.text, whyZh: why.textZh, where: where.text, whereZh: where.textZh },
    steps: passed.map((step, at) => ({
      step,
      kind: kindOfStep(steps.find(({ id }) => id === step)!),
      outcome: outcomes[at]!,
      at: times[at]!,
      ...outcomeText(outcomes[at]!),
    })),
  };
}

function reasonOf(reason: string): Text {
  if (reason === 'ARCHIVED') return { text: 'the journey was archived', textZh: '旅程已归档' };
  return reasonText(reason as ContactReason);
}

function minuteIn(at: Date, timeZone: string): string {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return form.format(at);
}
