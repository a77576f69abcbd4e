import type { Graph } from '../graph/graph.js';
import type { Param, Statement } from '../graph/library/header.js';
import { quoted } from '../graph/library/literals.js';

/** Of whom and what a tool's first look is: ids that the database has. */
export interface BeginWith {
  /** The largest community. */
  readonly community: string | null;
  /** Who brought most. */
  readonly customer: string | null;
}

/** Reads what is worth a first look. */
export async function beginWith(graph: Graph): Promise<BeginWith> {
  const [community] = await graph.read('analysis/communities', { limit: 1 });
  const [referrer] = await graph.read('network/top-referrers', { limit: 1 });
  return { community: community?.id ?? null, customer: referrer?.customerId ?? null };
}

/**
 * The id for a parameter that wants one, as Cypher writes it; undefined for other parameters and where nothing is
 * known.
 */
export function idFor({ name: file }: Statement, { name, defaultValue }: Param, ids: BeginWith): string | undefined {
  if (defaultValue !== undefined) return undefined;
  const id = idOf(name, file, ids);
  if (id === null) return undefined;
  return name.endsWith('s') ? `[${quoted(id)}]` : quoted(id);
}

function idOf(name: string, file: string, { community, customer }: BeginWith): string | null {
  if (/^customer(Ids?)?$/.test(name)) return customer;
  return name === 'community' || (name === 'id' && file.includes('/community-')) ? community : null;
}
