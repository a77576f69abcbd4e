import { contactDecisions, type DecidedCustomer, lockedDecisions, type PurposeId } from '../../consent/index.js';
import type { GraphTransaction } from '../../graph/graph.js';
import type { Standing } from './standing.js';

export type Decided = (one: Standing, channel: Channel) => DecidedCustomer | undefined;
type Channel = Parameters<typeof lockedDecisions>[1]['channel'];

/** Decides for each purpose and channel that is needed, as it is; all customers are locked by the first. */
export async function decisionsFor(tx: GraphTransaction, standing: readonly Standing[], now: Date) {
  const found = new Map<string, DecidedCustomer>();
  const keyOf = ({ definition, customerId }: Standing, channel: Channel) =>
    `${definition.purpose}|${channel}|${customerId}`;
  const note = (purpose: PurposeId, channel: Channel, rows: readonly DecidedCustomer[]) => {
    for (const row of rows) found.set(`${purpose}|${channel}|${row.customerId}`, row);
  };
  const ask = async (wanted: readonly (readonly [Standing, Channel])[]) => {
    const groups = new Map<string, { purpose: PurposeId; channel: Channel; ids: string[] }>();
    for (const [one, channel] of wanted.filter(([one, channel]) => !found.has(keyOf(one, channel)))) {
      const { purpose } = one.definition;
      const group = groups.get(`${purpose}|${channel}`) ?? { purpose, channel, ids: [] };
      groups.set(`${purpose}|${channel}`, group);
      group.ids.push(one.customerId);
    }
    for (const { purpose, channel, ids } of groups.values())
      note(purpose, channel, await contactDecisions(tx, { purpose, channel, now }, ids));
  };
  const { purpose } = standing[0]!.definition;
  const everybody = standing.map(({ customerId }) => customerId);
  note(purpose, 'ANY', await lockedDecisions(tx, { purpose, channel: 'ANY', now }, everybody));
  const learn = (some: readonly Standing[]) =>
    ask(some.flatMap((one) => [[one, 'ANY'], ...(one.at.send ? [[one, one.at.send.channel] as const] : [])] as never));
  return { learn, of: ((one, channel) => found.get(keyOf(one, channel))) as Decided };
}
