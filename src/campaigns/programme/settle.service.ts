import type { RowOf } from '../../graph/queries.gen.js';
import type { Services } from '../../security/index.js';
import { type Programme, programmeOf } from './programme.service.js';
import { refer } from './redeem.service.js';
import { creditsOf } from './rule.js';

type Due = RowOf<'campaigns/steps/programme/due'>;

export interface Settled {
  readonly converted: number;
  /** Rewards that wait for the check of fraud. */
  readonly rewards: number;
  /** Over the limit of a person: refused, with the reason. */
  readonly limited: number;
}

const NOTHING: Settled = { converted: 0, rewards: 0, limited: 0 };

/**
 * Takes in who came by a code and bought in time: the referral is converted, and up the chain everybody earns a reward
 * that waits for the check of fraud, which holds or releases it. Safe to repeat. Throws NOT_FOUND.
 */
export async function settleProgramme(services: Services, id: string): Promise<Settled> {
  const programme = await programmeOf(services, id);
  let all = NOTHING;
  for (;;) {
    const due = await services.graph.read('campaigns/steps/programme/due', { id });
    if (due.length === 0) return all;
    const rows = rewardsOf(programme, due);
    await refer(
      services,
      due.map((one) => referralOf(id, one)),
    );
    await services.graph.write('campaigns/steps/programme/settle', { programmeId: id, rows });
    const limited = rows.filter(({ status }) => status === 'REFUSED').length;
    all = {
      converted: all.converted + due.length,
      rewards: all.rewards + rows.length - limited,
      limited: all.limited + limited,
    };
  }
}

/** All programmes that may still owe something. */
export async function settleProgrammes(
  services: Services,
): Promise<{ converted: number; rewards: number; limited: number }> {
  let all = NOTHING;
  for (const { id } of await services.graph.read('campaigns/steps/programme/running', {})) {
    const { converted, rewards, limited } = await settleProgramme(services, id);
    all = { converted: all.converted + converted, rewards: all.rewards + rewards, limited: all.limited + limited };
  }
  return { ...all };
}

function referralOf(programmeId: string, { code, chain, customerId }: Due) {
  return { code, programmeId, referrerId: chain[0]!, customerId, status: 'CONVERTED', at: null } as const;
}

/** Everybody on the chain by the rule; over the limit of a person a reward is refused and says so. */
function rewardsOf(programme: Programme, due: readonly Due[]) {
  const now = new Map<string, number>();
  return due.flatMap(({ invitationId, customerId, at, chain, recent }) => {
    const credits = creditsOf(programme, chain);
    // a reward of nothing still tells that the customer was won
    const all = credits.length > 0 ? credits : [{ customerId: chain[0]!, level: 1, amountMinor: 0 }];
    return all.map(({ customerId: earnerId, level, amountMinor }) => {
      const fresh = now.get(earnerId) ?? 0;
      const within = recent[level - 1]! + fresh < programme.most;
      if (within) now.set(earnerId, fresh + 1);
      return {
        ...{ invitationId, customerId, earnerId, level, at, currency: programme.currency },
        ...(within
          ? { amountMinor, status: 'PENDING', why: null }
          : { amountMinor: 0, status: 'REFUSED', why: 'LIMIT' }),
      };
    });
  });
}
