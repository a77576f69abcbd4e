import type { Client } from './client.js';
import { type Format, formatFor } from './format.js';
import type { Scene } from './picture/drawing.js';
import type { Theme } from './picture/palette.js';
import { type Dictionary, dictionaries, type Language } from './text/text.js';

/** Everything the parts of the page share. */
export interface DeskState {
  readonly language: Language;
  readonly theme: Theme;
  /** The picture, once it is there: its communities give the colours of the lists. */
  readonly scene: Scene | null;
  /** Whom the reader pinned, by customer id. */
  readonly chosen: string | null;
}

/** The shared state with whoever listens, and what is made from it. */
export interface Desk {
  readonly client: Client;
  readonly role: string | null;
  state(): DeskState;
  text(): Dictionary;
  format(): Format;
  /** Changes some of the state and tells who listens, naming what changed. */
  set(change: Partial<DeskState>): void;
  onChange(listener: (changed: ReadonlySet<keyof DeskState>) => void): void;
  /** Called when the server no longer takes the token. */
  expired(): void;
}

/** A desk for one signed-in viewer. */
export function makeDesk(client: Client, role: string | null, first: DeskState, expired: () => void): Desk {
  let current = first;
  const listeners: ((changed: ReadonlySet<keyof DeskState>) => void)[] = [];
  return {
    client,
    role,
    expired,
    state: () => current,
    text: () => dictionaries[current.language],
    format: () => formatFor(dictionaries[current.language].locale),
    set: (change) => {
      const keys = Object.keys(change) as (keyof DeskState)[];
      const changed = new Set(keys.filter((key) => change[key] !== current[key]));
      if (changed.size === 0) return;
      current = { ...current, ...change };
      for (const listener of listeners) listener(changed);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
