/** The token for this tab only: never in the address bar, never kept when the tab closes. */

/** The token of a fragment such as `#token=abc`, or null. */
export function tokenFromFragment(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token')?.trim();
  return token ? token : null;
}

/** What was pasted, cleaned: people copy the whole link, the `Bearer` before it, or quotes around it. */
export function cleanToken(pasted: string): string {
  const text = pasted.trim().replace(/^["']|["']$/g, '');
  const hash = text.indexOf('#');
  const fromLink = hash >= 0 ? tokenFromFragment(text.slice(hash)) : null;
  return fromLink ?? text.replace(/^Bearer\s+/i, '');
}

/** The role a token claims, for display only: the server checks the signature. Null when it is not readable. */
export function roleOf(token: string): string | null {
  try {
    const part = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const claims = JSON.parse(atob(part)) as { role?: unknown };
    return typeof claims.role === 'string' ? claims.role : null;
  } catch {
    return null;
  }
}
