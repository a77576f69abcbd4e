import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until the condition holds, looking every 5 ms. Throws, saying what was waited for, when it does not within
 * `ms`.
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 600_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited ${ms} ms for this in vain: ${what}`);
    await sleep(5);
  }
}
