import {
  type Channel,
  type ContactMoment,
  contactDecisions,
  contactSettings,
  type PurposeId,
} from '../consent/index.js';
import type { Services } from '../security/index.js';
import { type LeftOutCounts, refusalsOf, together } from './audience.js';
import { type Reached, reachedBy } from './launch/reach.js';
import { type Audience, audiencePages } from './segment.service.js';

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
}

/**
 * Whom an audience reaches now, in one pass over it: the next page is read while the contact rule looks at one. `above`
 * ends the pass once more than so many may be contacted, and decides nobody before the audience itself is larger.
 */
export async function reachOver(
  services: Services,
  { audience, purpose, ways }: Reaching,
  { sample: shown = 0, above }: { readonly sample?: number; readonly above?: number } = {},
): Promise<Reach> {
  const moment = { purpose, now: services.clock.now(), settings: await contactSettings(services) };
  const byChannel = new Map<Channel, number>();
  const sample: Reached[] = [];
  let [inAudience, excluded, mayBeContacted] = [0, 0, 0];
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
  for await (const page of audiencePages(services, audience)) {
    excluded += page.excluded;
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
  return { inAudience, excluded, mayBeContacted, byChannel, counts, sample: await told(services, moment, sample) };
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
