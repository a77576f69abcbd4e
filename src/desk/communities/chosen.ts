import type { Desk } from '../store.js';
import { allCommunities } from './questions.js';

/** The community that the address names, else the largest; null when there is none. */
export async function chosenCommunity(desk: Desk): Promise<string | null> {
  return desk.state().route.about[0] ?? (await allCommunities(desk.client))[0]?.id ?? null;
}
