import type { Channel, DecidedCustomer } from '../../consent/index.js';
import type { Graph } from '../../graph/graph.js';

/** A decision with the channel it holds for: the first of the customer's that is open, else the first of all. */
export interface Reached extends DecidedCustomer {
  readonly channel: Channel;
}

type Decide = (channel: Channel, ids: readonly string[]) => Promise<readonly DecidedCustomer[]>;

/**
 * Decides for each customer on the campaign's channels, the one they prefer first where it is among them, then in their
 * order: the first that is open is theirs. Who cannot be reached through any keeps the reason of the first. `decide` is
 * asked once a channel and order, for those only who are left.
 */
export async function reachedBy(
  reads: Pick<Graph, 'read'>,
  channels: readonly Channel[],
  customerIds: readonly string[],
  decide: Decide,
): Promise<Reached[]> {
  const reached: Reached[] = [];
  for (const [order, ids] of await ordersOf(reads, channels, customerIds))
    reached.push(...(await reachedInOrder(order, ids, decide)));
  const byId = new Map(reached.map((one) => [one.customerId, one]));
  return customerIds.flatMap((id) => byId.get(id) ?? []);
}

async function reachedInOrder(order: readonly Channel[], customerIds: readonly string[], decide: Decide) {
  const first = new Map<string, Reached>();
  let left = customerIds;
  for (const channel of order) {
    if (left.length === 0) break;
    const decided = (await decide(channel, left)).map((one) => ({ ...one, channel }));
    for (const one of decided) if (one.allowed || !first.has(one.customerId)) first.set(one.customerId, one);
    left = decided.filter(({ allowed }) => !allowed).map(({ customerId }) => customerId);
  }
  return first.values();
}

/** The customers by the order in which channels are tried for them; a preference for another channel changes nothing. */
async function ordersOf(
  reads: Pick<Graph, 'read'>,
  channels: readonly Channel[],
  customerIds: readonly string[],
): Promise<Map<readonly Channel[], string[]>> {
  if (channels.length < 2) return new Map([[channels, [...customerIds]]]);
  const rows = await reads.read('campaigns/steps/preferred-channels', { ids: [...customerIds] });
  const preferred = new Map(rows.map((row) => [row.customerId, row.preferredChannel]));
  const orders = new Map(channels.map((first) => [first, [first, ...channels.filter((one) => one !== first)]]));
  const by = new Map<readonly Channel[], string[]>();
  for (const id of customerIds) {
    const order = orders.get(preferred.get(id) as Channel) ?? orders.get(channels[0]!)!;
    const ids = by.get(order);
    if (ids) ids.push(id);
    else by.set(order, [id]);
  }
  return by;
}
