import type { Drawing, DrawnNode, DrawnTie } from '../../kernel/drawing.js';
import { type Parts, partsOf } from '../influence/index-parts.js';

/** A picture as the server sends it, and what the page makes of it before anything is drawn. Pure. */

/** A person of the picture. `rank` is the place of the community by size in the picture, −1 without one. */
export interface Dot {
  readonly id: string;
  readonly alias: string;
  readonly city: string | null;
  readonly ageBand: string | null;
  readonly tier: string | null;
  readonly community: string | null;
  readonly rank: number;
  /** 0..100, 0 where not scored. */
  readonly influence: number;
  readonly parts: Parts;
  /** In pixels of the paper; by influence when not given. */
  readonly diameter?: number;
  /** A disc when not given. What is not a person has corners. */
  readonly shape?: 'round-rectangle' | 'diamond' | 'hexagon';
}

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** 0..1 */
  readonly closeness: number;
  readonly kinds: readonly string[];
  /** Drawn with an arrow. */
  readonly directed?: boolean;
  /** Written on the line. */
  readonly label?: string;
}

/** A community as the legend shows it, the largest first. */
export interface Group {
  readonly id: string;
  readonly rank: number;
  readonly size: number;
  /** Alias of its most influential person in the picture. */
  readonly leader: string;
  /** Where most of its people in the picture live. */
  readonly city: string | null;
}

export interface Scene {
  readonly dots: readonly Dot[];
  readonly lines: readonly Line[];
  readonly groups: readonly Group[];
}

/** Someone next to the chosen one. `closeness` 0..1. */
export interface Neighbour {
  readonly id: string;
  readonly alias: string;
  readonly closeness: number;
  readonly kinds: readonly string[];
}

/** People by influence, lines by closeness, communities by size: what the picture, its legend and its keys need. */
export function sceneOf(drawing: Drawing): Scene {
  const people = drawing.nodes.filter((node) => node.labels.includes('Customer'));
  const unranked = people.map(dotOf).sort(byInfluence);
  const groups = groupsOf(unranked);
  const rankOf = new Map(groups.map((group) => [group.id, group.rank]));
  const dots = unranked.map((dot) => ({ ...dot, rank: rankOf.get(dot.community ?? '') ?? -1 }));
  const known = new Set(dots.map((dot) => dot.id));
  const lines = drawing.ties
    .filter((tie) => known.has(tie.from) && known.has(tie.to) && tie.from !== tie.to)
    .map(lineOf)
    .sort((a, b) => a.closeness - b.closeness);
  return { dots, lines, groups };
}

/** The people next to someone in the picture, closest first. */
export function neighboursOf(scene: Scene, id: string): Neighbour[] {
  const aliasOf = new Map(scene.dots.map((dot) => [dot.id, dot.alias]));
  return scene.lines
    .filter((line) => line.from === id || line.to === id)
    .map((line) => ({ ...line, id: line.from === id ? line.to : line.from }))
    .map(({ id: other, closeness, kinds }) => ({ id: other, alias: aliasOf.get(other)!, closeness, kinds }))
    .sort((a, b) => b.closeness - a.closeness || a.alias.localeCompare(b.alias));
}

/** Who the typed text means: the exact alias, else the first that holds it; case and a missing `C-` do not matter. */
export function found(scene: Scene, typed: string): Dot | null {
  const text = typed.trim().toUpperCase();
  if (text === '') return null;
  const exact = scene.dots.find((dot) => dot.alias.toUpperCase() === text || dot.id.toUpperCase() === text);
  return exact ?? scene.dots.find((dot) => dot.alias.toUpperCase().includes(text)) ?? null;
}

/** A dot as the properties of a node tell it, of no rank yet. */
export function dotOf({ id, properties: p }: Pick<DrawnNode, 'id' | 'properties'>): Dot {
  return {
    id,
    alias: textOf(p.alias) ?? id,
    city: textOf(p.city),
    ageBand: textOf(p.ageBand),
    tier: textOf(p.tier),
    community: textOf(p.communityId),
    rank: -1,
    influence: numberOf(p.influence),
    parts: partsOf(p),
  };
}

function lineOf({ id, from, to, properties: p }: DrawnTie): Line {
  const kinds = Array.isArray(p.kinds) ? p.kinds.map(String) : [];
  return { id, from, to, closeness: Math.min(1, Math.max(0, numberOf(p.closeness))), kinds };
}

function byInfluence(a: Dot, b: Dot): number {
  return b.influence - a.influence || a.alias.localeCompare(b.alias);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** The communities of people given by influence, the largest first; ties in size by id, so that colours stay. */
function groupsOf(dots: readonly Dot[]): Group[] {
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
