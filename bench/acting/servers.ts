import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningDatabase } from '../../src/database/running.js';
import { startServer } from '../served.js';

/** Servers in processes of their own that are killed and started again. */
export interface Servers {
  /**
   * Kills each so many times (-9), at random moments of the progress that is asked for, 0..1; `when` holds a kill back
   * to a moment at which it does most harm.
   */
  killAtRandom(times: number, progress: () => Promise<number>, when: () => Promise<void>): Promise<void>;
  /** Kills all of them at the same moment. */
  killAll(): void;
  readonly killed: () => number;
  end(): void;
}

/** Starts one for each home. */
export function startServers(
  database: RunningDatabase,
  homes: readonly string[],
  env: Readonly<Record<string, string>>,
): Servers {
  const start = (home: string): ChildProcess => startServer(database, { ...env, GUANXI_HOME: home });
  const running = homes.map(start);
  let killed = 0;
  const kill = (n: number) => {
    running[n]!.kill('SIGKILL');
    running[n] = start(homes[n]!);
    killed++;
  };
  return {
    killAtRandom: async (times, progress, when) => {
      const turns = homes.flatMap((_, n) => Array.from({ length: times }, () => ({ n, at: randomInt(5, 90) / 100 })));
      for (const { n, at } of turns.sort((a, b) => a.at - b.at)) {
        for (let now = await progress(); now < at; now = await progress()) await sleep(100);
        await when();
        kill(n);
      }
    },
    killAll: () => {
      for (const n of homes.keys()) kill(n);
    },
    killed: () => killed,
    end: () => {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}
