/**
 * What the address asks for: `#referral/C0000042/C0000007`. It holds ids of the product only, never a name or a token.
 */

export const VIEWS = [
  'overview',
  'influence',
  'communities',
  'referral',
  'companies',
  'fraud',
  'spread',
  'value',
  'segments',
  'journeys',
] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  readonly view: View;
  /** What the view is about, in the order each view says: a role, a customer, a community, a ring. */
  readonly about: readonly string[];
}

/** An id as the product makes and imports them. Anything else in the address is left unread. */
const ID = /^[\w.:|-]{1,100}$/;

/** The route of a fragment; the overview for one that no view knows. */
export function routeOf(fragment: string): Route {
  const [first = '', ...rest] = fragment.replace(/^#/, '').split('/').map(decoded);
  const view = VIEWS.find((one) => one === first);
  if (view === undefined) return { view: 'overview', about: [] };
  const end = rest.findIndex((part) => !ID.test(part));
  return { view, about: end < 0 ? rest : rest.slice(0, end) };
}

/** The fragment of a route, as a link carries it; trailing empty parts are left out. */
export function hrefOf(view: View, ...about: readonly (string | null | undefined)[]): string {
  const end = about.findIndex((part) => !part);
  const parts = (end < 0 ? about : about.slice(0, end)) as readonly string[];
  return `#${[view, ...parts].map(encodeURIComponent).join('/')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
