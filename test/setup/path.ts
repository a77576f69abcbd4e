import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of the PATH really lies. Throws when it is not there. */
export function findOnPath(program: string): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return realpathSync(join(folder, program));
    } catch {
      // Not in this one.
    }
  }
  throw new Error(`${program} is not on the PATH, and this test needs it`);
}
