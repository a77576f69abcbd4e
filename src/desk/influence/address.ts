import { hrefOf, type Route } from '../route.js';

export const KINDS = ['KOL', 'KOC', 'BRIDGE', 'MARGINAL'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind that the address asks for; null asks for all. */
export function kindOf({ about }: Route): Kind | null {
  return KINDS.find((kind) => kind === about[0]) ?? null;
}

/** Whom the address asks about, if anyone. */
export function customerOf({ about }: Route): string | null {
  return about[1] ?? null;
}

/** The address of someone's influence, among those of a kind. */
export function influenceHref(kind: Kind | null, customer?: string | null): string {
  return hrefOf('influence', kind ?? 'ALL', customer);
}
