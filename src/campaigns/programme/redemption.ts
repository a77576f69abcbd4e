import type { RowOf } from '../../graph/queries.gen.js';

type Facts = Omit<RowOf<'campaigns/steps/programme/redemption'>, 'programmeId'> & {
  /** The contact rule lets the owner of the code be contacted for referral. */
  readonly open: boolean;
};

/** Whether a customer may redeem a code; the same code again is accepted again, whatever happened since. */
export function redemptionOf(facts: Facts, code: string, customerId: string): string {
  if (facts.redeemed === code) return 'ACCEPTED';
  if (!facts.known) return 'UNKNOWN_CUSTOMER';
  if (!facts.running) return 'PROGRAMME_CLOSED';
  if (!facts.open) return 'CODE_CLOSED';
  if (facts.referrerId === customerId) return 'OWN_CODE';
  if (facts.redeemed !== null) return 'OTHER_CODE';
  if (facts.ordered) return 'NOT_NEW';
  return facts.circle ? 'CIRCLE' : 'ACCEPTED';
}

/** The answer in words, in both languages. */
export const REDEMPTION_TEXTS: Readonly<Record<string, readonly [text: string, textZh: string]>> = {
  ACCEPTED: ['the code is redeemed', '推荐码已使用'],
  OWN_CODE: ['this is their own code', '不能使用自己的推荐码'],
  OTHER_CODE: ['they came by another code already', '已使用过其他推荐码'],
  NOT_NEW: ['they ordered before', '该客户此前已有订单'],
  CIRCLE: ['who has the code came by this customer', '推荐人正是由该客户带来的'],
  CODE_CLOSED: ['the code is not in use any more', '推荐码已失效'],
  PROGRAMME_CLOSED: ['the programme is not running', '推荐计划未在进行中'],
  UNKNOWN_CUSTOMER: ['no such customer: send the customer first', '没有这位客户，请先录入客户'],
};
