import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from './client.js';
import type { Format } from './format.js';
import type { Scene } from './picture/drawing.js';
import type { Theme } from './picture/palette.js';
import type { Route } from './route.js';
import type { Dictionary, Language } from './text/text.js';

/** What the parts of the page share and may change. */
export interface DeskState {
  readonly route: Route;
  /** The picture of the overview, once it is there: its communities give the colours of the lists. */
  readonly scene: Scene | null;
  /** How often this viewer had fraud looked for, and decided on a reward: what depends on it asks again. */
  readonly revision: number;
  readonly reviewed: number;
  /** How often this viewer made, launched or turned a campaign: its list and report ask again. */
  readonly campaigned: number;
  /** How often this viewer made or turned an experiment, a journey or a referral programme. */
  readonly acted: number;
  /** How often this viewer saved a segment or kept a cluster as one. */
  readonly saved: number;
  /** Whom the reader pinned, by customer id. */
  readonly chosen: string | null;
}

/** Everything a part of the page needs of the page around it. */
export interface Desk extends DeskState {
  readonly client: Client;
  readonly role: string | null;
  readonly language: Language;
  readonly theme: Theme;
  readonly text: Dictionary;
  readonly format: Format;
  set(change: Partial<DeskState>): void;
  /** Called when the server no longer takes the token. */
  expired(): void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk around a part of the page. */
export function useDesk(): Desk {
  return useContext(DeskContext)!;
}

/** The desk around a part of the page, and the words of its own. */
export function useWords<K extends keyof Dictionary>(section: K): Desk & { readonly words: Dictionary[K] } {
  const desk = useDesk();
  return { ...desk, words: desk.text[section] };
}

/** Roles by their names in the reader's language, joined by "or". */
export function rolesNamed(roles: readonly string[], { locale, roles: words }: Dictionary): string {
  const names = roles.map((role) => (words as Readonly<Record<string, string>>)[role] ?? role);
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}
