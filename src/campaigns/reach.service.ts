import {
  type Channel,
  type ContactMoment,
  contactDecisions,
  contactSettings,
  type PurposeId,
} from '../consent/index.js';
import type { Services } from '../security/index.js';
import { type LeftOutCounts, refusalsOf, together } from './audience.js';
import { wilson } from './experiments/proportions.js';
import { type Reached, reachedBy } from './launch/reach.js';
import { type Audience, audiencePages, audienceSize } from './segment.service.js';

/** Whom to reach, for which purpose, through which channels in the order in which they are tried. */
export interface Reaching {
  readonly audience: Audience;
  readonly purpose: PurposeId;
  readonly ways: readonly Channel[];
}

export interface Reach {
  /** Without those whom it excludes. */
  readonly inAudience: number;
  readonly excluded: number;
  readonly mayBeContacted: number;
  /** Of them, by the channel through which they are reached. */
  readonly byChannel: ReadonlyMap<Channel, number>;
  readonly counts: LeftOutCounts;
  readonly sample: readonly Reached[];
  /** Customers of the audience who were looked at, whether the viewer may see them or not. */
  readonly lookedAt: number;
}

/** That counts were worked out from a part of an audience by chance. */
export interface Estimate {
  readonly lookedAt: number;
  /** Between these is the number of those who may be contacted, with 95 % confidence (Wilson). */
  readonly from: number;
  readonly to: number;
}

/** From which size on an audience is estimated, and by how many of it. */
const ESTIMATED = { above: 50_000, by: 20_000 };

/**
 * Whom an audience reaches now: counted where it is small or `exact`, else estimated by a part of it by chance, which
 * answers at once for a million and misses their share by less than .7 of a hundred.
 */
export async function reachAbout(
  services: Services,
  reaching: Reaching,
  { sample = 0, exact = false }: { readonly sample?: number; readonly exact?: boolean } = {},
  { above, by } = ESTIMATED,
): Promise<Reach & { readonly estimate: Estimate | null }> {
  const size = exact ? 0 : await audienceSize(services, reaching.audience);
  if (size <= above) return { ...(await reachOver(services, reaching, { sample })), estimate: null };
  return scaled(await reachOver(services, reaching, { sample, share: by / size }), size);
}

/** Each count for itself, and sums from what was rounded, so that they still add up. */
function scaled(part: Reach, size: number): Reach & { readonly estimate: Estimate } {
  const { lookedAt } = part;
  const whole = (count: number) => Math.round((count * size) / Math.max(lookedAt, 1));
  const byChannel = new Map([...part.byChannel].map(([channel, count]) => [channel, whole(count)]));
  const counts = Object.fromEntries(Object.entries(part.counts).map(([reason, count]) => [reason, whole(count)]));
  const mayBeContacted = sumOf([...byChannel.values()]);
  const inAudience = mayBeContacted + sumOf(Object.values(counts));
  const share = wilson({ people: lookedAt, conversions: part.mayBeContacted });
  const estimate = { lookedAt, from: Math.floor(share.low * size), to: Math.ceil(share.high * size) };
  return { ...part, byChannel, counts, mayBeContacted, inAudience, excluded: whole(part.excluded), estimate };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/**
 * Whom an audience reaches now, in one pass over it: the next page is read while the contact rule looks at one. `above`
 * ends the pass once more than so many may be contacted, and decides nobody before the audience itself is larger;
 * `share` looks at a part of it by chance.
 */
export async function reachOver(
  services: Services,
  { audience, purpose, ways }: Reaching,
  {
    sample: shown = 0,
    above,
    share = 1,
  }: { readonly sample?: number; readonly above?: number; readonly share?: number } = {},
): Promise<Reach> {
  const moment = { purpose, now: services.clock.now(), settings: await contactSettings(services) };
  const byChannel = new Map<Channel, number>();
  const sample: Reached[] = [];
  let [inAudience, excluded, mayBeContacted, lookedAt] = [0, 0, 0, 0];
  let counts: LeftOutCounts = {};
  const decide = async (ids: readonly string[]) => {
    const decided = await reachedBy(services.graph, ways, ids, (channel, some) =>
      contactDecisions(services.graph, { ...moment, channel, brief: true }, some),
    );
    const allowed = decided.filter((one) => one.allowed);
    for (const { channel } of allowed) byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
    sample.push(...allowed.slice(0, shown - sample.length));
    mayBeContacted += allowed.length;
    inAudience += decided.length;
    counts = together(counts, refusalsOf(decided));
  };
  let small: (readonly string[])[] = [];
  let size = 0;
  let last: Promise<void> = Promise.resolve();
  for await (const page of audiencePages(services, audience, { share })) {
    excluded += page.excluded;
    lookedAt += page.read;
    size += page.ids.length;
    small.push(page.ids);
    if (above !== undefined && size <= above) continue;
    await last;
    if (above !== undefined && mayBeContacted > above) break;
    last = inTurn(small, decide);
    last.catch(() => {}); // thrown where it is waited for
    small = [];
  }
  await last;
  const shownWith = await told(services, moment, sample);
  return { inAudience, excluded, mayBeContacted, byChannel, counts, lookedAt, sample: shownWith };
}

/** With the times of their consents, which those who are only counted are looked at without. */
async function told(
  { graph }: Services,
  moment: Omit<ContactMoment, 'channel'>,
  sample: readonly Reached[],
): Promise<Reached[]> {
  const of = new Map<string, Reached>();
  for (const channel of new Set(sample.map((one) => one.channel))) {
    const ids = sample.filter((one) => one.channel === channel).map(({ customerId }) => customerId);
    for (const one of await contactDecisions(graph, { ...moment, channel }, ids))
      of.set(one.customerId, { ...one, channel });
  }
  return sample.flatMap(({ customerId }) => of.get(customerId) ?? []);
}

async function inTurn(pages: readonly (readonly string[])[], decide: (ids: readonly string[]) => Promise<void>) {
  for (const ids of pages) await decide(ids);
}
