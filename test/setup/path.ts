import { execFileSync } from 'node:child_process';
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

/** A Python that has these modules: of the environment that GUANXI_VENV names, or the one on the PATH; null for none. */
export function pythonWith(...modules: readonly string[]): string | null {
  const venv = process.env.GUANXI_VENV;
  try {
    const python = venv === undefined ? findOnPath('python3') : join(venv, 'bin', 'python');
    execFileSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' });
    return python;
  } catch {
    return null;
  }
}
