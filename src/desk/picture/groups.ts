import type { Dot, Group } from './drawing.js';

/** The communities of people given by influence, the largest first; ties in size by id, so that colours stay. */
export function groupsOf(dots: readonly Dot[]): Group[] {
  const members = new Map<string, Dot[]>();
  for (const dot of dots) {
    if (dot.community === null) continue;
    const own = members.get(dot.community);
    if (own) own.push(dot);
    else members.set(dot.community, [dot]);
  }
  const ordered = [...members].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  return ordered.map(([id, own], rank) => ({
    id,
    rank,
    size: own.length,
    leader: own[0]!.alias,
    city: mostOf(own.map((dot) => dot.city)),
  }));
}

function mostOf(cities: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const city of cities) if (city) counts.set(city, (counts.get(city) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? null;
}
