import type { Client } from './client.js';
import { type Format, formatFor } from './format.js';
import type { Scene } from './picture/drawing.js';
import type { Theme } from './picture/palette.js';
import type { Route } from './route.js';
import { type Dictionary, dictionaries, type Language } from './text/text.js';

/** Everything the parts of the page share. */
export interface DeskState {
  readonly language: Language;
  readonly theme: Theme;
  readonly route: Route;
  /** The picture, once it is there: its communities give the colours of the lists. */
  readonly scene: Scene | null;
  /** How often this viewer had fraud looked for, and decided on a reward: what depends on it asks again. */
  readonly revision: number;
  readonly reviewed: number;
  /** Whom the reader pinned, by customer id. */
  readonly chosen: string | null;
}

type Listener = (changed: ReadonlySet<keyof DeskState>) => void;

/** The shared state with whoever listens, and what is made from it. */
export interface Desk {
  readonly client: Client;
  readonly role: string | null;
  state(): DeskState;
  text(): Dictionary;
  format(): Format;
  /** Changes some of the state and tells who listens, naming what changed. */
  set(change: Partial<DeskState>): void;
  /** Gives back what stops it. */
  onChange(listener: Listener): () => void;
  /** Called when this part of the page goes: what it drew can be given back. */
  onEnd(work: () => void): void;
  /** Called when the server no longer takes the token. */
  expired(): void;
}

/** A desk for one signed-in viewer. */
export function makeDesk(client: Client, role: string | null, first: DeskState, expired: () => void): Desk {
  let current = first;
  const listeners = new Set<Listener>();
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
      // A listener may end others: whoever is gone by then is not told.
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(changed);
    },
    onChange: (listener) => {
      listeners.add(listener);
      const stop = () => void listeners.delete(listener);
      return stop;
    },
    onEnd: () => {},
  };
}

/** The desk for a part of the page that will go: when it ends, nobody in it listens any more. */
export function partOf(desk: Desk): Desk & { end(): void } {
  const atEnd: (() => void)[] = [];
  return {
    ...desk,
    onChange: (listener) => {
      const stop = desk.onChange(listener);
      atEnd.push(stop);
      return stop;
    },
    onEnd: (work) => void atEnd.push(work),
    end: () => {
      for (const work of atEnd.splice(0)) work();
    },
  };
}
