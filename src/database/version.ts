/**
 * Whether a dotted version is at least another, number by number; what is not a number (`5.26-aura`) counts up to
 * there.
 */
export function atLeast(version: string, least: string): boolean {
  const has = numbers(version);
  for (const [i, need] of numbers(least).entries()) {
    const here = has[i] ?? 0;
    if (here !== need) return here > need;
  }
  return true;
}

function numbers(version: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
}
