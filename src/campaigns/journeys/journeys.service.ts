import type { RowOf } from '../../graph/queries.gen.js';
import { wrongInput } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { type Fault, faultOf } from '../../kernel/words/issues.js';
import { recordAudit, type Services } from '../../security/index.js';
import { requireScores } from '../../value/index.js';
import { channelsIn } from '../plan.js';
import { type Definition, definitionOf, kindOfStep, type Step } from './definition.js';

/** A journey with its steps, how many are at each and how many went through it. */
export interface Journey extends RowOf<'campaigns/steps/journeys/journeys'> {
  readonly steps: readonly JourneyStep[];
}

interface JourneyStep {
  readonly version: number;
  readonly step: string;
  /** Null for a step of a former version. */
  readonly kind: string | null;
  readonly waiting: number;
  readonly passed: number;
}

/** Everything that is wrong with a definition, each with its place; empty where it may be saved. */
export function faultsOf(given: unknown): Fault[] {
  return definitionOf.safeParse(given).error?.issues.map(faultOf) ?? [];
}

/**
 * Saves a journey, paused when it is new. A changed definition is a new version: who is in it goes on by theirs, who
 * begins takes the new one. Throws INPUT that names all faults at once, FORBIDDEN for a branch on a score that the
 * viewer may not see.
 */
export async function saveJourney(services: Services, given: unknown): Promise<Journey> {
  const definition = readDefinition(services, given);
  const { graph, clock, viewer } = services;
  const { id, name, nameZh = name, purpose, trigger, steps } = definition;
  const messages = steps.flatMap(({ id: step, send }) => (send ? [messageOf(step, send)] : []));
  const saved = { id, name, nameZh, purpose, trigger: trigger.type, definition: JSON.stringify(given), messages };
  await graph.transaction(async (tx) => {
    const row = await tx.write('campaigns/steps/journeys/journey-save', { ...saved, by: viewer.id, at: clock.now() });
    if (row.changed) await recordAudit(services, { action: 'JOURNEY_SAVED', subject: id, count: row.version }, tx);
  });
  return journeyById(services, id);
}

function messageOf(step: string, send: NonNullable<Step['send']>) {
  const { channel, text, subject = null, html = null, subjectZh = null, textZh = null, htmlZh = null } = send;
  return { step, channel, channels: channelsIn(send), text, subject, html, subjectZh, textZh, htmlZh };
}

const CORRECT = 'correct the named places; docs/marketing/journeys.md has examples';

function readDefinition(services: Services, given: unknown): Definition {
  const parsed = definitionOf.safeParse(given);
  if (!parsed.success) throw wrongInput('journey', parsed.error.issues.map(faultOf), CORRECT);
  for (const { branch } of parsed.data.steps) if (branch?.if) requireScores(services, branch.if);
  return parsed.data;
}

/** A journey with its steps. Throws NOT_FOUND. */
export async function journeyById({ graph }: Services, id: string): Promise<Journey> {
  const [row] = await graph.read('campaigns/steps/journeys/journeys', { id });
  if (!row) throw new AppError('NOT_FOUND', `no journey ${id}`, 'see `guanxi journeys list`');
  const counts = await graph.read('campaigns/steps/journeys/journey-steps', { journeyId: id });
  return { ...row, steps: stepsOf(row, counts) };
}

/** Every journey, without its steps. */
export function journeys({ graph }: Services): Promise<RowOf<'campaigns/steps/journeys/journeys'>[]> {
  return graph.read('campaigns/steps/journeys/journeys', { id: null });
}

/** The steps of the version that begins now in their order, then those of former versions that people are at. */
function stepsOf(
  { definition, version }: RowOf<'campaigns/steps/journeys/journeys'>,
  counts: readonly RowOf<'campaigns/steps/journeys/journey-steps'>[],
): JourneyStep[] {
  const own = definitionOf.parse(JSON.parse(definition)).steps.map((one) => {
    const count = counts.find((row) => row.version === version && row.step === one.id);
    const { waiting = 0, passed = 0 } = count ?? {};
    return { version, step: one.id, kind: kindOfStep(one), waiting, passed };
  });
  const former = counts.filter((row) => row.version !== version && row.waiting > 0);
  return [...own, ...former.map((row) => ({ ...row, kind: null }))];
}

const TURNS = {
  pause: { from: ['RUNNING'], to: 'PAUSED', sends: 'PAUSED', action: 'JOURNEY_PAUSED' },
  resume: { from: ['PAUSED'], to: 'RUNNING', sends: 'LAUNCHED', action: 'JOURNEY_RESUMED' },
  archive: { from: ['PAUSED', 'RUNNING'], to: 'ARCHIVED', sends: 'STOPPED', action: 'JOURNEY_ARCHIVED' },
} as const;
export type Turn = keyof typeof TURNS;

/**
 * Pauses, resumes or archives a journey. Paused, nobody begins, nobody goes on and nothing of it is sent; what happens
 * meanwhile begins nothing later. Archived, everybody leaves. Safe to repeat. Throws NOT_FOUND, CONFLICT where its
 * state does not allow it.
 */
export async function turnJourney(services: Services, id: string, turn: Turn): Promise<Journey> {
  const { from, to, sends, action } = TURNS[turn];
  const { known, turned, status } = await services.graph.transaction(async (tx) => {
    const asked = { id, from: [...from], to, sends, at: services.clock.now() };
    const row = await tx.write('campaigns/steps/journeys/journey-turn', asked);
    if (row.turned) await recordAudit(services, { action, subject: id, count: 1 }, tx);
    return row;
  });
  if (known && !turned && status !== to)
    throw new AppError('CONFLICT', `journey ${id} is ${status}`, `${turn} takes one that is ${from.join(' or ')}`);
  if (to === 'ARCHIVED' && known)
    await services.graph.write('campaigns/steps/journeys/runs/runs-leave', {
      journeyId: id,
      now: services.clock.now(),
    });
  return journeyById(services, id);
}
