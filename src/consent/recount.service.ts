import type { GraphTransaction } from '../graph/graph.js';
import type { Services } from '../security/index.js';

/** Ties of one customer that the transaction of a consent walks; around somebody with more, a job recounts. */
const MOST_TIES = 1_000;
const PAGE = 5_000;

/**
 * Of those who came to profiling or left it: inferred ties of the latter go, and degrees around them are recounted.
 * Around somebody with very many ties that is left to a job, so that a withdrawal is in force at once.
 */
export async function forgetAround(tx: GraphTransaction, changed: readonly string[], now: Date): Promise<void> {
  const { later } = await tx.write('consent/steps/ledger/recount-later', {
    ...{ customerIds: [...changed], most: MOST_TIES, now },
  });
  const crowded = new Set(later);
  const near = changed.filter((id) => !crowded.has(id));
  const { ties, others } = await tx.write('consent/steps/ledger/consent-inferred-ties', {
    ...{ customerIds: near, others: null },
  });
  await touch(tx, [...new Set([...near, ...others])], { around: true, ties, consents: changed.length });
}

/**
 * Recounts around everybody who waits for it, a page of neighbours at a time. Returns customers and neighbours
 * recounted.
 */
export async function recountAround(services: Services): Promise<{ customers: number; neighbours: number }> {
  const waiting = await services.graph.read('consent/steps/ledger/recount-waiting', {});
  let neighbours = 0;
  for (const { customerId, recountAt } of waiting) {
    neighbours += await recountOne(services, customerId);
    await services.graph.write('consent/steps/ledger/recount-done', { customerId, recountAt });
  }
  return { customers: waiting.length, neighbours };
}

async function recountOne({ graph }: Services, customerId: string): Promise<number> {
  await graph.transaction((tx) => touch(tx, [customerId], { around: false, ties: 0, consents: 0 }));
  let sum = 0;
  for (let after = ''; ; ) {
    const page = await graph.read('consent/steps/ledger/recount-page', { customerId, after, limit: PAGE });
    const others = page.map(({ id }) => id);
    if (others.length === 0) return sum;
    await graph.transaction(async (tx) => {
      const { ties } = await tx.write('consent/steps/ledger/consent-inferred-ties', {
        ...{ customerIds: [customerId], others },
      });
      await touch(tx, others, { around: false, ties, consents: 0 });
    });
    sum += others.length;
    after = others.at(-1)!;
  }
}

interface Touch {
  readonly around: boolean;
  readonly ties: number;
  readonly consents: number;
}

function touch(tx: GraphTransaction, customerIds: readonly string[], what: Touch) {
  return tx.write('network/steps/ties/analysis-touched', { customerIds: [...customerIds], ...what });
}
