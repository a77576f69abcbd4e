import { setImmediate } from 'node:timers/promises';

/** Longest that other requests wait for a step of the work, in ms. */
const BREATH = 25;

/** Returns what work calls between its steps: it lets the server answer others when 25 ms have gone by. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BREATH) return;
    await setImmediate();
    since = performance.now();
  };
}
