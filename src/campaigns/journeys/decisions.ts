import {
  type Channel,
  contactDecisions,
  contactSettings,
  type DecidedCustomer,
  lockedDecisions,
  type PurposeId,
} from '../../consent/index.js';
import type { GraphTransaction } from '../../graph/graph.js';
import { groupBy } from '../../kernel/group-by.js';
import { type Reached, reachedBy } from '../launch/reach.js';
import { channelsIn } from '../plan.js';
import type { Standing } from './standing.js';

/** Somebody, and what for they are to be contacted. */
export interface Wanted {
  readonly purpose: PurposeId;
  readonly customerId: string;
}

/** What the contact rule says of people, true until the transaction ends. */
export interface Decisions {
  /** Whether they may be contacted for a purpose at all. */
  of(wanted: Wanted): DecidedCustomer | undefined;
  /** By which channel the message of the step at which somebody stands reaches them; of those who were learned. */
  reached(one: Standing): Reached | undefined;
  learn(standing: readonly Standing[]): Promise<void>;
}

/** Locks all customers, then decides on each purpose that is needed, and on messages as they come up. */
export async function decisionsFor(tx: GraphTransaction, wanted: readonly Wanted[], now: Date): Promise<Decisions> {
  const settings = await contactSettings({ graph: tx });
  const purposes = [...new Set(wanted.map(({ purpose }) => purpose))];
  const people = [...new Set(wanted.map(({ customerId }) => customerId))];
  const known = new Map<string, DecidedCustomer>();
  for (const [at, purpose] of purposes.entries()) {
    const moment = { purpose, channel: 'ANY', now, settings } as const;
    const decided = await (at === 0 ? lockedDecisions : contactDecisions)(tx, moment, people);
    for (const one of decided) known.set(`${purpose}|${one.customerId}`, one);
  }
  const messages = new Map<string, Reached>();
  const learn = async (standing: readonly Standing[]) => {
    for (const { purpose, ways, ids } of groupsOf(standing)) {
      const reached = await reachedBy(tx, ways, ids, (channel, some) =>
        contactDecisions(tx, { purpose, channel, now, settings }, some),
      );
      for (const one of reached) messages.set(keyOf(purpose, ways, one.customerId), one);
    }
  };
  const of = ({ purpose, customerId }: Wanted) => known.get(`${purpose}|${customerId}`);
  return { of, reached: (one) => messages.get(keyOf(one.definition.purpose, waysOf(one), one.customerId)), learn };
}

const waysOf = ({ at }: Standing): Channel[] => (at.send ? channelsIn(at.send) : []);
const keyOf = (purpose: PurposeId, ways: readonly Channel[], id: string) => `${purpose}|${ways.join()}|${id}`;

/** Those who are to be sent something, by what for and through which channels. */
function groupsOf(standing: readonly Standing[]) {
  const sending = standing.filter(({ at }) => at.send);
  const groups = groupBy(sending, (one) => keyOf(one.definition.purpose, waysOf(one), ''));
  return [...groups.values()].map((group) => ({
    purpose: group[0]!.definition.purpose,
    ways: waysOf(group[0]!),
    ids: group.map(({ customerId }) => customerId),
  }));
}
