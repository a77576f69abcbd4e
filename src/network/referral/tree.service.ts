import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { plural } from '../../kernel/plural.js';
import type { Services } from '../../security/index.js';
import { type Brought, type Spend, summaryOfTree, type TreeSummary } from './tree.js';

const question = z.object({
  customer: z.string().min(1).max(200),
  first: z.number().int().min(1).max(1000).default(100),
});

/** Most people of a tree that are looked at. */
const MOST_PEOPLE = 5_000;

export interface ReferralTree extends TreeSummary {
  readonly customerId: string;
  /** The first people of the tree, level by level. */
  readonly members: readonly Brought[];
  /** People brought by someone of the tree who are not shown, since they do not consent to profiling. */
  readonly notShown: number;
  /** Whether the tree has more people than were looked at. */
  readonly cut: boolean;
  readonly why: string;
}

/**
 * Everyone a customer brought, directly or through others: figures of the whole tree and its `first` (1..1000) people.
 * Only who consents to profiling is looked at; a branch ends at who does not, and they are counted. Throws NOT_FOUND
 * for an unknown id.
 */
export async function referralTree({ graph }: Services, given: z.input<typeof question>): Promise<ReferralTree> {
  const { customer, first } = checked(question, given, 'referralTree');
  const found = (await graph.read('network/steps/referral/referral-tree', { customer, most: MOST_PEOPLE + 1 })).map(
    broughtOf,
  );
  const people = found.slice(0, MOST_PEOPLE);
  const ids = [customer, ...people.map(({ customerId }) => customerId)];
  const [rest] = await graph.read('network/steps/referral/referral-tree-rest', { ids });
  if (!rest) throw new AppError('NOT_FOUND', 'referralTree: no customer has this id', 'check the id');
  const cut = found.length > people.length;
  const { profiled } = rest;
  const notShown = profiled ? rest.notShown : 0;
  const summary = summaryOfTree(people);
  return {
    customerId: customer,
    ...summary,
    members: people.slice(0, first),
    notShown,
    cut,
    why: whyOf(profiled, summary, notShown),
  };
}

function broughtOf(row: Omit<Brought, 'spend'> & { readonly spend: readonly Record<string, unknown>[] }): Brought {
  return { ...row, spend: row.spend as unknown as Spend[] };
}

function whyOf(profiled: boolean, { people, depth, conversions }: TreeSummary, notShown: number): string {
  if (!profiled) return 'does not consent to profiling, so nothing is looked at';
  const hidden = notShown > 0 ? `; ${notShown} not shown` : '';
  if (people === 0) return `brought nobody who is known here${hidden}`;
  const brought = `${people} ${plural(people, 'person', 'people')} over ${depth} ${plural(depth, 'level')}`;
  return `brought ${brought}, ${conversions} became ${plural(conversions, 'a customer', 'customers')}${hidden}`;
}
