import type { Channel, DecidedCustomer } from '../../consent/index.js';

/** A decision with the channel it holds for: the first of the campaign's that is open, else the first of all. */
export interface Reached extends DecidedCustomer {
  readonly channel: Channel;
}

/**
 * Decides for each customer on the channels in their order: the first that is open is theirs. Who cannot be reached
 * through any keeps the reason of the first. `decide` is asked once a channel, for those only who are left.
 */
export async function reachedBy(
  channels: readonly Channel[],
  customerIds: readonly string[],
  decide: (channel: Channel, ids: readonly string[]) => Promise<readonly DecidedCustomer[]>,
): Promise<Reached[]> {
  const first = new Map<string, Reached>();
  let left = customerIds;
  for (const channel of channels) {
    if (left.length === 0) break;
    const decided = (await decide(channel, left)).map((one) => ({ ...one, channel }));
    for (const one of decided) if (one.allowed || !first.has(one.customerId)) first.set(one.customerId, one);
    left = decided.filter(({ allowed }) => !allowed).map(({ customerId }) => customerId);
  }
  return [...first.values()];
}
