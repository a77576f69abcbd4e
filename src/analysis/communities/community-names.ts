/** Something that members have in common more than others do. */
export interface Topic {
  readonly kind: 'interest' | 'city' | 'product';
  readonly key: string;
  readonly name: string;
  readonly nameZh: string;
  /** Share of members who have it, 0..1. */
  readonly share: number;
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
  readonly topics: readonly Topic[];
}

/** A topic that fewer members have says nothing about a community. */
const LEAST_SHARE = 0.1;
const KINDS = ['interest', 'city', 'product'] as const;

/**
 * A name for every community: its most over-represented interest, city and product, like "Hiking · Suzhou · Jasmine
 * tea". What a person called it stays. A made name stays as long as each of its topics is still among the community's,
 * so that a name does not flicker between runs. Names differ; the larger in the order of `communities` gets the plain
 * one.
 */
export function nameCommunities(communities: readonly Named[], known: ReadonlyMap<string, KnownName>): CommunityName[] {
  const kept = new Map(communities.flatMap(({ id, topics }) => keep(known.get(id), topics).map((name) => [id, name])));
  const taken = new Set([...kept.values()].map(({ name }) => name));
  return communities.map((community) => kept.get(community.id) ?? fresh(community, taken));
}

function keep(name: KnownName | undefined, topics: readonly Topic[]): KnownName[] {
  if (name === undefined) return [];
  const still = new Set(topics.filter(({ share }) => share >= LEAST_SHARE).map(({ key }) => key));
  return name.byPerson || (name.basis.length > 0 && name.basis.every((key) => still.has(key))) ? [name] : [];
}

function fresh({ id, topics }: Named, taken: Set<string>): CommunityName {
  const best = KINDS.flatMap((kind) => topics.find((topic) => topic.kind === kind && topic.share >= LEAST_SHARE) ?? []);
  const plain = best.map(({ name }) => name).join(' · ') || `Community ${id}`;
  const plainZh = best.map(({ nameZh }) => nameZh).join(' · ') || `社群 ${id}`;
  let at = 1;
  while (taken.has(numbered(plain, at))) at++;
  taken.add(numbered(plain, at));
  return { id, name: numbered(plain, at), nameZh: numbered(plainZh, at), basis: best.map(({ key }) => key) };
}

function numbered(name: string, at: number): string {
  return at === 1 ? name : `${name} (${at})`;
}
