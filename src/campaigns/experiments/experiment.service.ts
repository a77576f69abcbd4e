import { createHash } from 'node:crypto';
import { checked, idTaken, wrongInput } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { faultWith } from '../../kernel/words/issues.js';
import { recordAudit, requireInScope, type Services } from '../../security/index.js';
import { campaignOf } from '../campaign.service.js';
import { requireSegment, segmentPages } from '../segment.service.js';
import { problemOfVariants, variantFor } from '../split.js';
import { assigned, ownVariant } from './assign.js';
import { type ExperimentInput, type ExperimentRow, experimentInput } from './input.js';
import { plannedPeople } from './plan.service.js';

const HALVES = [
  { name: 'control', share: 0.5 },
  { name: 'variant', share: 0.5 },
];

/**
 * Makes an experiment as a draft: of its own over a segment, or over the variants of a campaign. Safe to repeat. Throws
 * INPUT, NOT_FOUND (segment, campaign), CONFLICT (the id means another, or the campaign has one variant).
 */
export async function createExperiment(services: Services, given: ExperimentInput): Promise<ExperimentRow> {
  const asked = checked(experimentInput, given, 'createExperiment');
  const { id, campaign, variants, segment, ...settings } = asked;
  const own = variants ?? HALVES;
  const problem = campaign ? null : problemOfVariants(own);
  if (problem) throw wrongInput(`experiment ${id}`, [faultWith('variants', problem)]);
  const of = campaign ? await segmentOfCampaign(services, campaign) : segment;
  await requireSegment(services, of);
  const fingerprint = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 32);
  const { graph, clock, viewer } = services;
  const made = await graph.transaction(async (tx) => {
    const row = await tx.write('campaigns/steps/experiments/create', {
      ...{ id, fingerprint, settings: { ...settings, segment: of }, campaignId: campaign ?? null },
      ...{ createdBy: viewer.id, now: clock.now() },
      rows: campaign ? [] : own.map((one, at) => ({ ...one, id: ownVariant(id, one.name), position: at + 1 })),
    });
    if (row.created) await recordAudit(services, { action: 'EXPERIMENT_CREATED', subject: id, count: 1 }, tx);
    return row;
  });
  if (made.fingerprint !== fingerprint) throw idTaken(`experiment ${id} exists already with other settings`);
  return experimentOf(services, id);
}

async function segmentOfCampaign(services: Services, id: string): Promise<string> {
  const { segment, variants } = await campaignOf(services, id);
  if (segment !== null && variants.length > 1) return segment;
  const why = segment === null ? 'was imported as history' : 'has one variant';
  throw new AppError('CONFLICT', `campaign ${id} ${why}`, 'test a campaign of the product with two variants or more');
}

/** An experiment with its variants. Throws NOT_FOUND. */
export async function experimentOf({ graph }: Services, id: string): Promise<ExperimentRow> {
  const [row] = await graph.read('campaigns/steps/experiments/experiment', { id });
  if (!row) throw new AppError('NOT_FOUND', `no experiment ${id}`, 'list them: guanxi experiment list');
  return row as ExperimentRow;
}

export interface Started {
  readonly id: string;
  readonly status: string;
  /** People who got their variant by this call. */
  readonly assigned: number;
  /** In the segment, without consent to profiling or restricted: in no experiment. */
  readonly leftOut: number;
  /** People an arm that it takes; null where nothing before tells. */
  readonly planned: number | null;
}

/**
 * Starts an experiment: whoever of its segment consents to profiling draws a variant, alone or as a community. Again,
 * it takes in those who joined since; who has a variant keeps it. A campaign is to be started before its launch where
 * communities draw. Throws NOT_FOUND, CONFLICT.
 */
export async function startExperiment(services: Services, id: string): Promise<Started> {
  const experiment = await experimentOf(services, id);
  const { status, campaignId, unit, segment } = experiment;
  if (status === 'STOPPED') throw new AppError('CONFLICT', `experiment ${id} is stopped`, 'make a new one');
  const launched = campaignId !== null && (await campaignOf(services, campaignId)).status !== 'DRAFT';
  if (launched && status === 'DRAFT' && unit === 'COMMUNITY')
    throw new AppError('CONFLICT', `campaign ${campaignId} is launched`, 'start the experiment before the launch');
  const planned = await plannedPeople(services, experiment);
  await turn(services, { id, from: ['DRAFT'], to: 'RUNNING', planned, action: 'EXPERIMENT_STARTED' });
  let [count, leftOut] = [0, 0];
  for await (const ids of launched ? [] : segmentPages(services, segment, { size: 2_000 })) {
    const people = await services.graph.read('campaigns/steps/experiments/people', { customerIds: ids });
    leftOut += ids.length - people.length;
    const rows = people.map(({ customerId, community }) => drawn(experiment, customerId, community));
    const now = services.clock.now();
    count += (await services.graph.write('campaigns/steps/experiments/assign', { experiment: id, now, rows })).assigned;
  }
  return { id, status: 'RUNNING', assigned: count, leftOut, planned };
}

function drawn({ id, unit, campaignId, variants }: ExperimentRow, customerId: string, community: string | null) {
  const cluster = unit === 'COMMUNITY' ? (community ?? customerId) : customerId;
  // of a campaign, persons draw as its launch does
  if (campaignId !== null && unit === 'PERSON')
    return { customerId, cluster, variantId: variantFor(campaignId, customerId, variants).id };
  return { customerId, cluster, variantId: assigned(id, cluster, variants) };
}

/**
 * Stops an experiment: nobody draws any more, and what comes later does not count. Safe to repeat. Throws NOT_FOUND,
 * CONFLICT.
 */
export async function stopExperiment(services: Services, id: string): Promise<ExperimentRow> {
  await turn(services, { id, from: ['RUNNING'], to: 'STOPPED', planned: null, action: 'EXPERIMENT_STOPPED' });
  return experimentOf(services, id);
}

interface Turn {
  readonly id: string;
  readonly from: string[];
  readonly to: string;
  readonly planned: number | null;
  readonly action: string;
}

async function turn(services: Services, { action, ...params }: Turn): Promise<void> {
  const { id, from, to } = params;
  const done = await services.graph.transaction(async (tx) => {
    const row = await tx.write('campaigns/steps/experiments/turn', { ...params, now: services.clock.now() });
    if (row.turned) await recordAudit(services, { action, subject: id, count: 1 }, tx);
    return row;
  });
  if (!done.known) throw new AppError('NOT_FOUND', `no experiment ${id}`, 'list them: guanxi experiment list');
  if (!done.turned && done.status !== to)
    throw new AppError('CONFLICT', `experiment ${id} is ${done.status}`, `it is to be ${from.join(' or ')} for that`);
}

/** The variant of one customer; null for who has none. Throws NOT_FOUND. */
export async function experimentVariant(services: Services, experiment: string, customer: string) {
  await requireInScope(services, customer);
  await experimentOf(services, experiment);
  const [row] = await services.graph.read('campaigns/steps/experiments/variant-of', {
    experiment,
    customerId: customer,
  });
  return { experiment, customerId: customer, variant: row?.variant ?? null, since: row?.since ?? null };
}
