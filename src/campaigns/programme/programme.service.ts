import { createHash, randomInt } from 'node:crypto';
import { type Channel, lockedDecisions } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { checked, idTaken } from '../../kernel/checked.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, requireInScope, type Services } from '../../security/index.js';
import { requireSegment, segmentPages } from '../segment.service.js';
import { type ProgrammeInput, payInput, programmeInput, type SimulateInput, simulateInput } from './input.js';
import { type Simulation, simulate } from './rule.js';

export type Programme = RowOf<'campaigns/steps/programme/programme'>;

/** Makes a programme as a draft. Safe to repeat. Throws INPUT, CONFLICT (the id means another). */
export async function createProgramme(services: Services, given: ProgrammeInput): Promise<Programme> {
  const { id, ...settings } = checked(programmeInput, given, 'createProgramme');
  const fingerprint = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 32);
  const { graph, clock, viewer } = services;
  const made = await graph.transaction(async (tx) => {
    const asked = { id, fingerprint, settings, by: viewer.id, now: clock.now() };
    const row = await tx.write('campaigns/steps/programme/create', asked);
    if (row.created) await recordAudit(services, { action: 'PROGRAMME_CREATED', subject: id, count: 1 }, tx);
    return row;
  });
  if (made.fingerprint !== fingerprint) throw idTaken(`programme ${id} exists already with another rule`);
  return programmeOf(services, id);
}

/** A programme and its rule. Throws NOT_FOUND. */
export async function programmeOf({ graph }: Services, id: string): Promise<Programme> {
  const [row] = await graph.read('campaigns/steps/programme/programme', { id });
  if (row) return row;
  throw new AppError('NOT_FOUND', `no referral programme ${id}`, 'list them: guanxi programme list');
}

const TURNS = {
  start: { from: ['DRAFT', 'STOPPED'], to: 'RUNNING', action: 'PROGRAMME_STARTED' },
  stop: { from: ['RUNNING'], to: 'STOPPED', action: 'PROGRAMME_STOPPED' },
} as const;

/**
 * Starts a programme, or stops it: no code is redeemed then; what was, still earns. Safe to repeat. Throws NOT_FOUND,
 * CONFLICT.
 */
export async function turnProgramme(services: Services, id: string, turn: keyof typeof TURNS): Promise<Programme> {
  const { from, to, action } = TURNS[turn];
  const { known, turned, status } = await services.graph.transaction(async (tx) => {
    const asked = { id, from: [...from], to, now: services.clock.now() };
    const row = await tx.write('campaigns/steps/programme/turn', asked);
    if (row.turned) await recordAudit(services, { action, subject: id, count: 1 }, tx);
    return row;
  });
  if (known && !turned && status !== to)
    throw new AppError('CONFLICT', `programme ${id} is ${status}`, `${turn} takes one that is ${from.join(' or ')}`);
  return programmeOf(services, id);
}

export interface OwnCode {
  readonly programme: string;
  readonly customerId: string;
  readonly code: string;
  readonly link: string | null;
}

/**
 * The code of a customer in a programme, made when there is none. Throws NOT_FOUND, CONFLICT for who does not consent
 * to referral.
 */
export async function referralCode(services: Services, programme: string, customer: string): Promise<OwnCode> {
  await requireInScope(services, customer);
  const { link } = await programmeOf(services, programme);
  const { codes } = await issue(services, programme, { channel: 'ANY', customerIds: [customer] });
  const code = codes[0];
  if (code === undefined)
    throw new AppError(
      'CONFLICT',
      'this customer is unknown or does not consent to referral',
      'record the consent first',
    );
  return { programme, customerId: customer, code, link: link?.replaceAll('{code}', code) ?? null };
}

export interface IssuedCodes {
  readonly programme: string;
  readonly inSegment: number;
  /** May be contacted for referral through the channel. */
  readonly allowed: number;
  readonly issued: number;
}

/**
 * Codes for everybody of a segment who may be contacted for referral through a channel; who has one keeps it. Throws
 * NOT_FOUND.
 */
export async function issueCodes(
  services: Services,
  { programme, segment, channel }: { readonly programme: string; readonly segment: string; readonly channel: Channel },
): Promise<IssuedCodes> {
  await programmeOf(services, programme);
  await requireSegment(services, segment);
  let [inSegment, allowed, issued] = [0, 0, 0];
  for await (const ids of segmentPages(services, segment, { size: 2_000 })) {
    const done = await issue(services, programme, { channel, customerIds: ids });
    inSegment += ids.length;
    allowed += done.allowed;
    issued += done.issued;
  }
  return { programme, inSegment, allowed, issued };
}

/** Decided under lock in the transaction that gives the codes. */
function issue({ graph, clock }: Services, programmeId: string, asked: Asked) {
  return graph.transaction(async (tx) => {
    const now = clock.now();
    const decided = await lockedDecisions(tx, { purpose: 'referral', channel: asked.channel, now }, asked.customerIds);
    const may = decided.filter(({ allowed, reason }) => allowed || reason === 'TOO_OFTEN');
    const rows = may.map(({ customerId }) => ({ customerId, code: freshCode() }));
    return {
      ...(await tx.write('campaigns/steps/programme/codes-issue', { programmeId, now, rows })),
      allowed: rows.length,
    };
  });
}

interface Asked {
  readonly channel: Channel | 'ANY';
  readonly customerIds: readonly string[];
}

/** Letters and digits that nobody takes for another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Ten of 32 signs, by the system's secure source: 50 bits that say nothing of the person. */
function freshCode(): string {
  return Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

const YEAR = 365 * DAY_MS;

export interface SimulatedProgramme extends Simulation {
  readonly since: Date;
  readonly until: Date;
  readonly currency: string;
}

/**
 * What a rule would have cost and won over referrals of the past, and who would be held. Writes nothing. Throws INPUT.
 */
export async function simulateProgramme(services: Services, given: SimulateInput): Promise<SimulatedProgramme> {
  const { rule, threshold, ...time } = checked(simulateInput, given, 'simulateProgramme');
  const until = time.until ?? services.clock.now();
  const since = time.since ?? new Date(until.getTime() - YEAR);
  const { currency } = rule;
  const past = await services.graph.read('campaigns/steps/programme/past', { since, until, currency });
  return { ...simulate(rule, past, threshold), since, until, currency };
}

/** Notes that a released reward is paid. Safe to repeat. Throws NOT_FOUND, CONFLICT where it is not released. */
export async function payReward(services: Services, given: unknown): Promise<{ reward: string; status: string }> {
  const { reward, reference } = checked(payInput, given, 'payReward');
  const row = await services.graph.transaction(async (tx) => {
    const asked = { id: reward, reference, now: services.clock.now() };
    const done = await tx.write('campaigns/steps/programme/pay', asked);
    if (done.paid) await recordAudit(services, { action: 'REWARD_PAID', subject: reward, count: 1 }, tx);
    return done;
  });
  if (!row.known)
    throw new AppError('NOT_FOUND', 'no such reward', 'take the id from heldRewards or the reward itself');
  if (!row.paid && row.status !== 'PAID')
    throw new AppError(
      'CONFLICT',
      `the reward is ${row.status}`,
      'only a released reward is paid: guanxi fraud review',
    );
  return { reward, status: 'PAID' };
}
