import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../kernel/error.js';
import type { ServerHome } from './home.js';
import { isAlive } from './processes.js';

const LONGEST_MS = 300_000;

/** Runs `work` while no other process starts or stops this home's server. Throws BUSY after five minutes of waiting. */
export async function alone<T>(home: ServerHome, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + LONGEST_MS;
  while (!take(home.startLock)) {
    if (Date.now() > end)
      throw new AppError(
        'BUSY',
        'another process has been starting the database of this folder for five minutes',
        `wait for it, or delete ${home.startLock} when it is gone`,
      );
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(home.startLock, { force: true });
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isStale(file)) rmSync(file, { force: true });
    return false;
  }
}

/** Its process is gone, or it is so old that its number belongs to another by now. */
function isStale(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    const age = Date.now() - statSync(file).mtimeMs;
    return age > LONGEST_MS || (age > 1_000 && !(pid > 0 && isAlive(pid)));
  } catch {
    return false;
  }
}
