import { nextAllowed } from '../../consent/index.js';
import { type Definition, nextOf, type Step } from './definition.js';

/** What came of a step. */
export const OUTCOMES = [
  ...([
    'WAITED',
    'HAPPENED',
    'TIMED_OUT',
    'YES',
    'NO',
    'SENT',
    'NOT_SENT',
    'REWARDED',
    'ALERTED',
    'ENDED',
    'LEFT',
  ] as const),
];
export type Outcome = (typeof OUTCOMES)[number];
export const RUN_STATES = ['RUNNING', 'DONE', 'LEFT'] as const;

/** What must be known of a person to move on from a step that is due. */
export interface Facts {
  /** Why they may not be contacted for the journey's purpose at all; null where they may. */
  readonly refused: string | null;
  /** Whether the message of a step that sends may go through its channel. */
  readonly maySend?: boolean | undefined;
  /** Whether what is waited for has happened, or the branch's condition holds. */
  readonly holds?: boolean | undefined;
}

/** Where a person is, and until when they stay there. */
export interface Place {
  readonly step: string | null;
  readonly dueAt: Date | null;
  readonly awaits: string | null;
  readonly awaitedType: string | null;
}

export interface Move extends Place {
  readonly outcome: Outcome;
  readonly state: (typeof RUN_STATES)[number];
  readonly reason: string | null;
}

/** When and in which time zone a move is made. */
export interface Moment {
  readonly now: Date;
  readonly timeZone: string;
}

const NOWHERE: Place = { step: null, dueAt: null, awaits: null, awaitedType: null };

/** Where somebody is who comes to a step, by its id; null is the end. What does not wait is due at once. */
export function placeAt({ steps }: Pick<Definition, 'steps'>, id: string | null, moment: Moment): Place {
  const step = steps.find((one) => one.id === id);
  if (!step) return NOWHERE;
  const { wait, waitFor } = step;
  const at = { ...NOWHERE, step: step.id, dueAt: moment.now };
  if (wait) return { ...at, dueAt: endOfWait(wait, moment) };
  if (!waitFor) return at;
  const dueAt = new Date(moment.now.getTime() + waitFor.within);
  return { ...at, dueAt, awaits: waitFor.event, awaitedType: waitFor.type ?? null };
}

/** First the duration, then to the window of the day: at once within it. */
function endOfWait(wait: NonNullable<Step['wait']>, { now, timeZone }: Moment): Date {
  const after = new Date(now.getTime() + (wait.for ?? 0));
  if (!wait.until) return after;
  return nextAllowed(after, { timeZone, from: wait.until.to, until: wait.until.from }) ?? after;
}

/**
 * What becomes of somebody whose step is due. Who may not be contacted any more leaves; everybody else goes on by what
 * is known.
 */
export function moveOf(definition: Definition, id: string, facts: Facts, moment: Moment): Move {
  const step = definition.steps.find((one) => one.id === id)!;
  if (facts.refused !== null) return { ...NOWHERE, outcome: 'LEFT', state: 'LEFT', reason: facts.refused };
  const place = placeAt(definition, targetOf(definition.steps, step, facts.holds === true), moment);
  return { ...place, outcome: outcomeOf(step, facts), state: place.step === null ? 'DONE' : 'RUNNING', reason: null };
}

function targetOf(steps: readonly Step[], step: Step, holds: boolean): string | null {
  const ways = step.waitFor ?? step.branch;
  return (holds ? ways?.to : ways?.otherwise) ?? nextOf(steps, step);
}

function outcomeOf(step: Step, { holds, maySend }: Facts): Outcome {
  if (step.wait) return 'WAITED';
  if (step.waitFor) return holds ? 'HAPPENED' : 'TIMED_OUT';
  if (step.branch) return holds ? 'YES' : 'NO';
  if (step.send) return maySend ? 'SENT' : 'NOT_SENT';
  if (step.reward) return 'REWARDED';
  return step.alert ? 'ALERTED' : 'ENDED';
}
