import { contactDecisions } from '../../consent/index.js';
import { intakeRows } from '../../intake/index.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { REDEMPTION_TEXTS, redemptionOf } from './redemption.js';

export interface Redemption {
  readonly accepted: boolean;
  readonly reason: string;
  readonly text: string;
  readonly textZh: string;
  readonly programme: string;
}

interface Redeeming {
  readonly code: string;
  readonly customerId: string;
}

/**
 * Notes by which code a customer came, and the referral between the two. Safe to repeat: the first code of a programme
 * stays. What is not accepted is told with its reason, and changes nothing. Throws NOT_FOUND for an unknown code.
 */
export async function redeemCode(services: Services, { code, customerId }: Redeeming): Promise<Redemption> {
  const now = services.clock.now();
  const [facts] = await services.graph.read('campaigns/steps/programme/redemption', { code, customerId, now });
  if (!facts) throw new AppError('NOT_FOUND', 'no such referral code', 'check the code: ten letters and digits');
  const { programmeId, referrerId } = facts;
  const told = (reason: string): Redemption => {
    const [text, textZh] = REDEMPTION_TEXTS[reason]!;
    return { accepted: reason === 'ACCEPTED', reason, text, textZh, programme: programmeId };
  };
  const [owner] = await contactDecisions(services.graph, { purpose: 'referral', channel: 'ANY', now }, [referrerId]);
  // many messages lately close no code: nothing is sent here
  const open = owner !== undefined && (owner.allowed || owner.reason === 'TOO_OFTEN');
  const reason = redemptionOf({ ...facts, open }, code, customerId);
  if (reason !== 'ACCEPTED') return told(reason);
  const { redeemed } = await services.graph.write('campaigns/steps/programme/redeem', {
    programmeId,
    code,
    customerId,
    now,
  });
  if (redeemed !== code) return told('OTHER_CODE');
  if (facts.redeemed === null)
    await refer(services, [{ code, programmeId, referrerId, customerId, status: 'INVITED', at: now }]);
  return told('ACCEPTED');
}

export interface Referral {
  readonly code: string;
  readonly programmeId: string;
  readonly referrerId: string;
  readonly customerId: string;
  readonly status: 'INVITED' | 'CONVERTED';
  readonly at: Date | null;
}

/** The ties of referrals, by the row pipeline: what keeps people out of the graph keeps these out too. */
export async function refer(services: Services, referrals: readonly Referral[]): Promise<void> {
  const rows = referrals.map(({ code, programmeId, referrerId, customerId, status, at }) => ({
    ...{ kind: 'REFERRED', fromId: referrerId, toId: customerId, code, campaign: programmeId, status },
    ...(at && { at: at.toISOString(), source: 'programme' }),
  }));
  if (rows.length > 0) await intakeRows(services, 'ties', rows);
}

/** Notes that somebody sent an invitation with their code; of whom it went to nothing is kept. Throws NOT_FOUND. */
export async function noteInvitation(
  services: Services,
  { code, invitationId: id, channel }: { code: string; invitationId: string; channel?: string | null | undefined },
): Promise<boolean> {
  const now = services.clock.now();
  return (await services.graph.write('campaigns/steps/programme/invite', { code, id, channel: channel ?? null, now }))
    .recorded;
}
