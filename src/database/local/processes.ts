import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerHome } from './home.js';

/** Whether a process with this id exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether this process is the server of this home: process ids are used again after a crash. */
export function isServerOf(home: ServerHome, pid: number): boolean {
  // the argument after it is fixed, so that one home's path never matches a longer one's
  return isAlive(pid) && commandLine(pid).includes(`--home-dir=${home.root} --config-dir=`);
}

function commandLine(pid: number): string {
  if (!existsSync('/proc/self/cmdline'))
    return spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * Asks a server to end (SIGTERM), waits up to `graceMs`, then ends its process group. Returns whether it ended by
 * itself.
 */
export async function endServer(home: ServerHome, pid: number, graceMs = 30_000): Promise<boolean> {
  if (!isServerOf(home, pid)) return true;
  process.kill(pid, 'SIGTERM');
  if (await gone(home, pid, graceMs)) return true;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it ended in this very moment
  }
  await gone(home, pid, 5_000);
  return false;
}

async function gone(home: ServerHome, pid: number, waitMs: number): Promise<boolean> {
  const end = Date.now() + waitMs;
  while (isServerOf(home, pid)) {
    if (Date.now() > end) return false;
    await sleep(50);
  }
  return true;
}
