import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../running.js';
import { readState, type ServerHome } from './home.js';
import { isServerOf } from './processes.js';

const LOOK_MS = 500;
const LONGEST_WAIT_MS = 60_000;

export interface Watch {
  /** Looks no more, and waits for a start that is under way. */
  end(): Promise<void>;
}

/**
 * Looks after the server of a home: one that died, and was not stopped on purpose, is started again, at once and then
 * after 1 s, 2 s, 4 s, … up to a minute. `start` brings it up; what happens is told to `say`.
 */
export function watchLocal(home: ServerHome, start: () => Promise<unknown>, say: Say): Watch {
  let ended = false;
  const stop = new AbortController();
  const loop = async () => {
    for (let wait = 0; !ended; ) {
      await sleep(LOOK_MS + wait, undefined, { signal: stop.signal }).catch(() => undefined);
      if (ended || !died(home)) continue;
      say('the database server died: starting it again …');
      try {
        await start();
        wait = 0;
        say('the database server runs again');
      } catch (error) {
        wait = Math.min(LONGEST_WAIT_MS, wait === 0 ? 1_000 : wait * 2);
        say(`the database server did not start again (${(error as Error).message}); next try in ${wait / 1000} s`);
      }
    }
  };
  const running = loop();
  return {
    end: () => {
      ended = true;
      stop.abort();
      return running;
    },
  };
}

/** A server that was stopped leaves no process in its state; one that died leaves that of a process which is gone. */
function died(home: ServerHome): boolean {
  const state = readState(home);
  return state?.pid != null && !isServerOf(home, state.pid);
}
