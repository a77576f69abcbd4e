import { renameSync, rmSync } from 'node:fs';
import type { Connection } from '../graph/driver.js';
import type { RunningDatabase, Say } from './running.js';

/** A database that the product itself keeps, and what can be done to it besides asking. */
export interface Keeper {
  readonly way: 'docker' | 'local';
  /** Starts it to stay until `stop`. */
  start(say: Say): Promise<RunningDatabase>;
  /** Returns whether it ran. */
  stop(): Promise<boolean>;
  status(): Promise<KeeperStatus>;
  /** Deletes all data and the password. */
  reset(): Promise<void>;
  /** Writes all data into a new file while the server is stopped. */
  dump(file: string): Promise<void>;
  /** Puts a dump in the place of all data while the server is stopped. */
  load(file: string): Promise<void>;
}

export interface KeeperStatus {
  readonly running: boolean;
  readonly pid?: number;
  /** How to reach it; only while it runs. */
  readonly connection?: Connection;
  readonly browser?: string;
  /** Where the data is, in words a person can follow. */
  readonly data: string;
  readonly bytes?: number;
  readonly passwordFile: string;
}

/** Lets `work` write beside the file's name, and gives it the name only when it is whole. */
export async function wholeFile(file: string, work: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${file}.partial-${process.pid}`;
  try {
    await work(partial);
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}
