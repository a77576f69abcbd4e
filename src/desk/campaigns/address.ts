import type { TouchState } from '../operations.gen.js';
import { hrefOf, type Route } from '../route.js';

/** Who may build, launch and follow campaigns; an analyst sees what came of them. */
export const MARKETING = ['marketer', 'admin'];

/** States of a touch that the page lets a reader choose. */
export const STATES: readonly TouchState[] = [
  ...(['PLANNED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'SKIPPED', 'UNKNOWN'] as const),
];

/** The campaign of `#campaigns/spring`, if any. */
export function campaignOf({ about }: Route): string | null {
  return about[0] ?? null;
}

/** The state of `#campaigns/spring/FAILED`; null for every one. */
export function stateOf({ about }: Route): TouchState | null {
  return STATES.find((state) => state === about[1]) ?? null;
}

/** The address of a campaign, with its touches in one state. */
export function campaignHref(campaign: string, state?: TouchState | null): string {
  return hrefOf('campaigns', campaign, state);
}
