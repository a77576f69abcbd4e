import { plural } from '../../kernel/plural.js';

/** Something that members have in common more than others do. */
export interface Topic {
  readonly kind: 'interest' | 'city' | 'product' | 'category' | 'company';
  readonly key: string;
  readonly name: string;
  readonly nameZh: string;
  /** Share of members who have it, 0..1. */
  readonly share: number;
  /** That share over the share of everybody. */
  readonly lift: number;
}

export interface CommunityName {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Keys of the topics that the name is made from. */
  readonly basis: readonly string[];
}

/** A name of the run before; `byPerson` when somebody gave it. */
export interface KnownName extends CommunityName {
  readonly byPerson: boolean;
}

/** Best topics first within each kind. */
export interface Named {
  readonly id: string;
  readonly size: number;
  readonly topics: readonly Topic[];
}

/** A topic that fewer members have says nothing about a community. */
const LEAST_SHARE = 0.1;
/** Nor does one that everybody has nearly as often. */
export const LEAST_LIFT = 1.5;
/** Of each group the first kind that sets the community apart goes into its name. */
const PARTS = [['interest'], ['city'], ['product', 'category']] as const;
/** Where none does. */
const INSTEAD = ['company'] as const;

/**
 * A name for every community by what sets it apart: its most over-represented interest, city, and product or category,
 * like "Hiking · Suzhou · Jasmine tea"; else where its members work; else its size. What a person called it stays. A
 * made name stays as long as each of its topics still sets the community apart, so that a name does not flicker between
 * runs. Names differ; the larger in the order of `communities` gets the plain one.
 */
export function nameCommunities(communities: readonly Named[], known: ReadonlyMap<string, KnownName>): CommunityName[] {
  const kept = new Map(communities.flatMap(({ id, topics }) => keep(known.get(id), topics).map((name) => [id, name])));
  const taken = new Set([...kept.values()].map(({ name }) => name));
  return communities.map((community) => kept.get(community.id) ?? fresh(community, taken));
}

function keep(name: KnownName | undefined, topics: readonly Topic[]): KnownName[] {
  if (name === undefined) return [];
  const still = new Set(topics.filter(setsApart).map(({ key }) => key));
  return name.byPerson || (name.basis.length > 0 && name.basis.every((key) => still.has(key))) ? [name] : [];
}

function setsApart({ share, lift }: Topic): boolean {
  return share >= LEAST_SHARE && lift > LEAST_LIFT;
}

function fresh({ id, size, topics }: Named, taken: Set<string>): CommunityName {
  const bestOf = (kinds: readonly Topic['kind'][]) =>
    kinds.flatMap((kind) => topics.find((topic) => topic.kind === kind && setsApart(topic)) ?? []).slice(0, 1);
  const parts = PARTS.flatMap(bestOf).filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at);
  const best = parts.length > 0 ? parts : bestOf(INSTEAD);
  const [neutral, neutralZh] = neutralName(id, size);
  const plain = best.map(({ name }) => name).join(' · ') || neutral;
  const plainZh = best.map(({ nameZh }) => nameZh).join(' · ') || neutralZh;
  let at = 1;
  while (taken.has(numbered(plain, at))) at++;
  taken.add(numbered(plain, at));
  return { id, name: numbered(plain, at), nameZh: numbered(plainZh, at), basis: best.map(({ key }) => key) };
}

function neutralName(id: string, size: number): [name: string, nameZh: string] {
  const sign = id.replace(/^k-/, '').slice(0, 4);
  return [`Community ${sign} · ${size} ${plural(size, 'person', 'people')}`, `社群 ${sign} · ${size} 人`];
}

function numbered(name: string, at: number): string {
  return at === 1 ? name : `${name} (${at})`;
}
